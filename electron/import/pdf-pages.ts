import { getDocumentProxy } from 'unpdf';
import { AppError } from '#shared/contract/errors.ts';
import type { PdfPage, PdfPiece } from '#shared/transcripts/pdf-lines.ts';
import { messageOf } from './source-file.ts';

const MOST_PAGES = 1000;

/** A node of the tree that a tagged PDF describes its page with. */
export interface TagNode {
  readonly role: string;
  readonly children: readonly (TagNode | { readonly type: 'content'; readonly id: string })[];
}

export interface TaggedPage extends PdfPage {
  /** By the id of the marked content: what the leaves of the tree point to. */
  readonly marked: ReadonlyMap<string, readonly PdfPiece[]>;
  readonly tree: TagNode | null;
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** Every page with its pieces of text. Throws `file-encrypted`, `pdf-too-long` and `file-unreadable`. */
export async function readPdfPages(bytes: Buffer, name: string): Promise<readonly TaggedPage[]> {
  const document = await openDocument(bytes, name);
  try {
    if (document.numPages > MOST_PAGES) {
      throw new AppError('pdf-too-long', { name, pages: document.numPages, limit: MOST_PAGES });
    }
    const pages: TaggedPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(await readPage(page));
      page.cleanup();
    }
    return pages;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file-unreadable', { name, message: messageOf(error) }, { cause: error });
  } finally {
    await document.loadingTask.destroy();
  }
}

async function openDocument(bytes: Buffer, name: string): Promise<Document> {
  try {
    // The reader takes the bytes for its own: it gets a copy. It stays silent, and nothing in the file is ever run.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new AppError('file-encrypted', { name }, { cause: error });
    }
    throw new AppError('file-unreadable', { name, message: messageOf(error) }, { cause: error });
  }
}

async function readPage(page: Page): Promise<TaggedPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: true });
  const pieces: PdfPiece[] = [];
  const marked = new Map<string, PdfPiece[]>();
  const open: (string | null)[] = [];
  let rest = 3_000_000;
  for (const item of content.items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.type === 'beginMarkedContentProps' && 'id' in item ? item.id : null);
      continue;
    }
    rest -= item.str.length;
    if (rest < 0) throw new Error('One of its pages holds more text than a book.');
    const piece = pieceOf(item);
    pieces.push(piece);
    const id = open.findLast((candidate) => candidate !== null);
    if (id !== undefined && id !== null) {
      const own = marked.get(id) ?? [];
      own.push(piece);
      marked.set(id, own);
    }
  }
  const tree = (await page.getStructTree().catch(() => null)) as TagNode | null;
  return { width, height, pieces, marked, tree };
}

interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly transform: readonly number[];
  readonly fontName: string;
}

function pieceOf({ str, dir, width, transform }: TextItem): PdfPiece {
  const [a = 12, b = 0, , d = 12, x = 0, y = 0] = transform;
  return { text: str, x, y, width, size: Math.hypot(a, b) || Math.abs(d), isRtl: dir === 'rtl', bold: false };
}
