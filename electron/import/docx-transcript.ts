import mammoth from 'mammoth';
import { AppError } from '#shared/contract/errors.ts';
import { normaliseLineEnds } from './decode-text.ts';
import { contentNames, recogniseContent } from './recognise-content.ts';
import { messageOf } from './source-file.ts';
import type { TranscriptFormat } from './transcript-formats.ts';
import { readZipDirectory, unpackEntry } from './zip-directory.ts';

/** As much of mammoth's document tree as is read here; mammoth itself declares it `any`. */
interface DocxNode {
  readonly type: string;
  readonly value?: string;
  readonly styleName?: string | null;
  readonly children?: readonly DocxNode[];
}

const MEGABYTE = 1024 * 1024;
/** The document is read as a whole: beyond this it is not an interview, and might be made to fill the memory. */
const MOST_XML_MEGABYTES = 30;
/** Each takes about a kilobyte once it is read; an interview of two hours has some ten thousand. */
const MOST_TAGS = 600_000;

export const docxTranscript: TranscriptFormat = {
  extension: '.docx',
  async read(bytes, name) {
    const content = recogniseContent(bytes);
    if (content !== 'docx') {
      throw new AppError('file-mislabelled', { name, expected: '.docx', found: contentNames[content] });
    }
    await refuseBomb(bytes, name);
    try {
      return normaliseLineEnds(paragraphsOf(await readDocument(bytes)).join('\n\n'));
    } catch (error) {
      throw new AppError('file-unreadable', { name, message: messageOf(error) }, { cause: error });
    }
  },
};

/** Only the XML is ever unpacked: pictures and fonts stay packed, whatever they claim. */
async function refuseBomb(bytes: Buffer, name: string): Promise<void> {
  const entries = (readZipDirectory(bytes) ?? []).filter((entry) => /\.(?:xml|rels)$/i.test(entry.name));
  const megabytes = Math.ceil(entries.reduce((sum, { unpacked }) => sum + unpacked, 0) / MEGABYTE);
  if (megabytes > MOST_XML_MEGABYTES) {
    throw new AppError('file-too-large', { name, megabytes, limit: MOST_XML_MEGABYTES });
  }
  let tags = 0;
  for (const entry of entries) {
    const content = await unpackEntry(bytes, entry);
    if (content === null) {
      throw new AppError('file-unreadable', { name, message: `Its part ${entry.name} is damaged.` });
    }
    tags += countTags(content);
  }
  if (tags > MOST_TAGS) {
    const message = 'It has far more parts than a transcript has; saving it as plain text may help.';
    throw new AppError('file-unreadable', { name, message });
  }
}

function countTags(xml: Buffer): number {
  let count = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) count += 1;
  return count;
}

/**
 * The tree, before mammoth makes HTML of it: its own raw text forgets line breaks inside a paragraph, and would run the
 * last word of a line into the first word of the next.
 */
async function readDocument(buffer: Buffer): Promise<DocxNode> {
  let document: DocxNode = { type: 'document' };
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
}

function paragraphsOf(node: DocxNode): readonly string[] {
  if (node.type === 'paragraph') {
    const text = textOf(node);
    return text.trim() === '' ? [] : [headingMark(node) + text];
  }
  return (node.children ?? []).flatMap(paragraphsOf);
}

/** In plain text a heading can only be seen by its mark. Word keeps these names in English in every language. */
function headingMark({ styleName }: DocxNode): string {
  if (/^title$/i.test(styleName ?? '')) return '# ';
  const level = /^heading ([1-6])$/i.exec(styleName ?? '')?.[1];
  return level === undefined ? '' : `${'#'.repeat(Number(level))} `;
}

function textOf(node: DocxNode): string {
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    default:
      return (node.children ?? []).map(textOf).join('');
  }
}
