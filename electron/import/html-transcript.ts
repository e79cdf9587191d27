import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { AppError } from '#shared/contract/errors.ts';
import { writeBlocks, type Block, type Run } from '#shared/transcripts/document-blocks.ts';
import { encodings, type Encoding } from '#shared/transcripts/encodings.ts';
import { messageOf } from './source-file.ts';
import { decodePlain, GUESSED } from './txt-transcript.ts';
import type { TranscriptFormat } from './transcript-formats.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A page of HTML becomes blocks of ours; nothing of it is ever shown as HTML. */
export const htmlTranscript: TranscriptFormat = {
  extensions: ['.html', '.htm', '.xhtml'],
  read(bytes, name, chosen) {
    const declared = chosen ?? declaredEncoding(bytes);
    const { text, encoding, isSure } = decodePlain(bytes, name, '.html', declared);
    if (!/<[a-z!/][^<>]*>/i.test(text)) {
      throw new AppError('file-mislabelled', { name, expected: '.html', found: 'plain text (.txt)' });
    }
    try {
      const reader = new Reader();
      reader.read(parse(text));
      return { ...writeBlocks(reader.done()), format: 'html', encoding, notes: isSure ? [] : [GUESSED] };
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('file-unreadable', { name, message: messageOf(error) }, { cause: error });
    }
  },
};

/** `<meta charset>`, unless the bytes are UTF-8 or say what they are themselves. */
function declaredEncoding(bytes: Buffer): Encoding | null {
  const head = bytes.toString('latin1', 0, 2048);
  const label = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? '';
  const known = label === 'iso-8859-1' || label === 'latin1' ? 'windows-1252' : label;
  const found = encodings.find((encoding) => encoding === known) ?? null;
  return found === 'utf-8' || bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0xef ? null : found;
}

const LEFT_OUT = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'select',
  'nav',
]);
const BLOCKS = new Set(
  'p div section article main header footer aside li dt dd blockquote pre figure figcaption address ul ol dl body html form fieldset details summary hr'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong', 'th']);
/** Deeper nesting is made to break programs, not to be read. */
const DEEPEST = 400;

class Reader {
  readonly #blocks: Block[] = [];
  #runs: Run[] = [];
  #level = 0;

  done(): readonly Block[] {
    this.#end();
    return this.#blocks;
  }

  read(node: Node, bold = false, depth = 0, isPre = false): void {
    if (depth > DEEPEST) throw new Error('Its elements are nested too deeply.');
    if (node.nodeName === '#text' && 'value' in node) {
      const { value } = node;
      const text = isPre ? value.replaceAll(/\r\n?/g, '\n') : value.replaceAll(/[ \t\r\n\f]+/g, ' ');
      if (text !== '') this.#runs.push({ text, bold });
      return;
    }
    if (!('childNodes' in node)) return;
    const name = node.nodeName;
    if (LEFT_OUT.has(name) || ('attrs' in node && isHidden(node))) return;
    if (name === 'br') this.#runs.push({ text: '\n', bold });
    else if (name === 'table') this.#table(node, depth);
    else {
      const level = Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
      const isBlock = BLOCKS.has(name) || level > 0;
      if (isBlock) this.#end();
      if (level > 0) this.#level = level;
      const isBold = bold || BOLD.has(name) || ('attrs' in node && isStyledBold(node));
      for (const child of node.childNodes) this.read(child, isBold, depth + 1, isPre || name === 'pre');
      if (isBlock) this.#end();
    }
  }

  #end(): void {
    const runs = collapsed(this.#runs);
    if (runs.length > 0) this.#blocks.push({ kind: 'paragraph', level: this.#level, runs });
    this.#runs = [];
    this.#level = 0;
  }

  #table(table: Element, depth: number): void {
    this.#end();
    const rows = rowsOf(table).map((row) =>
      row.childNodes
        .filter((cell): cell is Element => cell.nodeName === 'td' || cell.nodeName === 'th')
        .map((cell) => {
          const reader = new Reader();
          for (const child of cell.childNodes) reader.read(child, cell.nodeName === 'th', depth + 4);
          return reader.done();
        }),
    );
    this.#blocks.push({ kind: 'table', rows });
  }
}

function rowsOf(table: Element): readonly Element[] {
  return table.childNodes.flatMap((child): readonly Element[] => {
    if (child.nodeName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.nodeName) ? rowsOf(child as Element) : [];
  });
}

/** Also the headers and footers of pages, as LibreOffice keeps them. */
function isHidden({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'title' && /^(?:header|footer)$/.test(value)) ||
      (name === 'style' && /display\s*:\s*none/i.test(value)),
  );
}

function isStyledBold({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) => name === 'style' && /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(value),
  );
}

/** As a browser shows it: no spaces at the ends of lines, and no two in a row across pieces. */
function collapsed(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = [];
  let before = '\n';
  for (const { text, bold } of runs) {
    const own = before.endsWith(' ') || before.endsWith('\n') ? text.replace(/^ +/, '') : text;
    if (own === '') continue;
    kept.push({ text: own, bold });
    before = own;
  }
  const text = kept.map((run) => run.text).join('');
  return text.trim() === '' ? [] : kept;
}
