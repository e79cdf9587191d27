import mammoth from 'mammoth';
import { AppError } from '#shared/contract/errors.ts';
import { writeBlocks, type Block, type Run } from '#shared/transcripts/document-blocks.ts';
import { normaliseLineEnds } from './decode-text.ts';
import { requireContent } from './recognise-content.ts';
import { messageOf } from './source-file.ts';
import type { TranscriptFormat } from './transcript-formats.ts';
import { readXmlParts } from './zip-parts.ts';

/** As much of mammoth's document tree as is read here; mammoth itself declares it `any`. */
interface DocxNode {
  readonly type: string;
  readonly value?: string;
  readonly styleName?: string | null;
  readonly isBold?: boolean;
  readonly children?: readonly DocxNode[];
  readonly body?: readonly DocxNode[];
  readonly notes?: { resolve(reference: DocxNode): DocxNode | undefined };
}

export const docxTranscript: TranscriptFormat = {
  extensions: ['.docx'],
  async read(bytes, name) {
    requireContent(bytes, name, '.docx', 'docx');
    await readXmlParts(bytes, name);
    const document = await readDocument(bytes, name);
    const notes = notesOf(document).flatMap((note) => blocksOf(note.body ?? []));
    return {
      ...writeBlocks([...blocksOf([document]), ...notes]),
      format: 'docx',
      encoding: null,
      notes: notes.length === 0 ? [] : ['Its footnotes stand at the end.'],
    };
  },
};

/**
 * The tree, before mammoth makes HTML of it: its own raw text forgets line breaks inside a paragraph, and would run the
 * last word of a line into the first word of the next.
 */
async function readDocument(buffer: Buffer, name: string): Promise<DocxNode> {
  let document: DocxNode = { type: 'document' };
  try {
    await mammoth.convertToHtml(
      { buffer },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (tree: DocxNode) => {
          document = tree;
          return { ...tree, children: [] };
        },
      },
    );
    return document;
  } catch (error) {
    throw new AppError('file-unreadable', { name, message: messageOf(error) }, { cause: error });
  }
}

/** Footnotes and endnotes, in the order in which the text refers to them. */
function notesOf({ notes, ...document }: DocxNode): readonly DocxNode[] {
  const found: DocxNode[] = [];
  const look = (node: DocxNode): void => {
    const note = node.type === 'noteReference' ? notes?.resolve(node) : undefined;
    if (note !== undefined) found.push(note);
    node.children?.forEach(look);
  };
  look(document);
  return found;
}

function blocksOf(nodes: readonly DocxNode[]): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    if (node.type === 'paragraph') {
      return [{ kind: 'paragraph', level: levelOf(node), runs: runsOf(node, false) }];
    }
    if (node.type === 'table') {
      const rows = (node.children ?? []).map((row) =>
        (row.children ?? []).map((cell) => blocksOf(cell.children ?? [])),
      );
      return [{ kind: 'table', rows }];
    }
    return blocksOf(node.children ?? []);
  });
}

/** Word keeps these names in English in every language. */
function levelOf({ styleName }: DocxNode): number {
  if (/^title$/i.test(styleName ?? '')) return 1;
  return Number(/^heading ([1-6])$/i.exec(styleName ?? '')?.[1] ?? 0);
}

function runsOf(node: DocxNode, bold: boolean): readonly Run[] {
  const isBold = node.type === 'run' ? node.isBold === true : bold;
  switch (node.type) {
    case 'text':
      return [{ text: normaliseLineEnds(node.value ?? ''), bold: isBold }];
    case 'tab':
      return [{ text: '\t', bold: isBold }];
    case 'break':
      return [{ text: '\n', bold: isBold }];
    default:
      return (node.children ?? []).flatMap((child) => runsOf(child, isBold));
  }
}
