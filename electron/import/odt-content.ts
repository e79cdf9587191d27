import { SaxesParser } from 'saxes';
import type { Block, Run } from '#shared/transcripts/document-blocks.ts';

interface Place {
  readonly blocks: Block[];
  /** The rows of the table that is open here. */
  rows: Block[][][] | null;
}

/** Elements whose text nobody said: what was deleted, comments, the pictures of changes. */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note-citation',
  'text:sequence-decls',
  'office:forms',
  'svg:title',
  'svg:desc',
]);

/** The paragraphs and tables of an OpenDocument text. Throws where the XML is broken. */
export function readOdtContent(
  xml: string,
  styles: string,
): { readonly blocks: readonly Block[]; readonly hasNotes: boolean } {
  const bold = new Set([...boldStyles(styles), ...boldStyles(xml)]);
  const reader = new Reader(bold);
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes));
  parser.on('closetag', ({ name }) => reader.close(name));
  parser.on('text', (text) => reader.text(text));
  parser.write(xml).close();
  return { blocks: [...reader.body, ...reader.notes], hasNotes: reader.notes.length > 0 };
}

class Reader {
  readonly notes: Block[] = [];
  readonly #bold: ReadonlySet<string>;
  readonly #places: Place[] = [{ blocks: [], rows: null }];
  readonly #paragraphs: { level: number; runs: Run[]; bold: boolean[] }[] = [];
  #left = 0;
  #inBody = false;

  constructor(bold: ReadonlySet<string>) {
    this.#bold = bold;
  }

  get body(): readonly Block[] {
    return this.#places[0]?.blocks ?? [];
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'office:text') this.#inBody = true;
    if (this.#left > 0 || LEFT_OUT.has(name)) {
      this.#left += 1;
      return;
    }
    const style = attributes['text:style-name'] ?? '';
    switch (name) {
      case 'text:p':
        this.#paragraphs.push({ level: 0, runs: [], bold: [this.#bold.has(style)] });
        return;
      case 'text:h':
        this.#paragraphs.push({
          level: Math.min(6, Math.max(1, Number(attributes['text:outline-level'] ?? 1) || 1)),
          runs: [],
          bold: [false],
        });
        return;
      case 'text:span':
        this.#paragraph?.bold.push(this.#bold.has(style) || this.#paragraph.bold.at(-1) === true);
        return;
      case 'text:s':
        this.text(' '.repeat(Math.min(1000, Number(attributes['text:c'] ?? 1) || 1)), true);
        return;
      case 'text:tab':
        this.text('\t', true);
        return;
      case 'text:line-break':
        this.text('\n', true);
        return;
      case 'table:table':
        this.#place.rows = [];
        return;
      case 'table:table-row':
        this.#place.rows?.push([]);
        return;
      case 'table:table-cell':
        this.#places.push({ blocks: [], rows: null });
        return;
      case 'text:note-body':
        this.#places.push({ blocks: [], rows: null });
    }
  }

  close(name: string): void {
    if (this.#left > 0) {
      this.#left -= 1;
      return;
    }
    switch (name) {
      case 'text:p':
      case 'text:h': {
        const paragraph = this.#paragraphs.pop();
        if (paragraph !== undefined) {
          this.#place.blocks.push({
            kind: 'paragraph',
            level: paragraph.level,
            runs: tidied(paragraph.runs),
          });
        }
        return;
      }
      case 'text:span':
        this.#paragraph?.bold.pop();
        return;
      case 'table:table-cell': {
        const cell = this.#places.length > 1 ? this.#places.pop() : undefined;
        this.#place.rows?.at(-1)?.push(cell?.blocks ?? []);
        return;
      }
      case 'table:table': {
        const { rows } = this.#place;
        this.#place.rows = null;
        if (rows !== null) this.#place.blocks.push({ kind: 'table', rows });
        return;
      }
      case 'text:note-body': {
        const note = this.#places.length > 1 ? this.#places.pop() : undefined;
        this.notes.push(...(note?.blocks ?? []));
        return;
      }
      case 'office:text':
        this.#inBody = false;
    }
  }

  /** White space in XML is one space, and none at the start of a paragraph: real spaces have elements of their own. */
  text(written: string, isExact = false): void {
    const paragraph = this.#paragraph;
    if (this.#left > 0 || !this.#inBody || paragraph === undefined) return;
    const text = isExact ? written : written.replaceAll(/[ \t\r\n]+/g, ' ');
    paragraph.runs.push({ text, bold: paragraph.bold.at(-1) ?? false });
  }

  get #paragraph() {
    return this.#paragraphs.at(-1);
  }

  get #place(): Place {
    return this.#places.at(-1) ?? { blocks: [], rows: null };
  }
}

function tidied(runs: readonly Run[]): readonly Run[] {
  const [first, ...rest] = runs;
  return first === undefined ? [] : [{ ...first, text: first.text.replace(/^ /, '') }, ...rest];
}

/** Names of styles that are bold; LibreOffice gives each piece of bold text one of its own. */
function boldStyles(xml: string): readonly string[] {
  const names: string[] = [];
  for (const piece of xml.split('<style:style ').slice(1)) {
    const name = /style:name="([^"]*)"/.exec(piece.slice(0, 400))?.[1];
    const own = piece.slice(0, piece.indexOf('</style:style>') + 1 || 2000);
    if (name !== undefined && /fo:font-weight="(?:bold|[6-9]00)"/.test(own)) names.push(name);
  }
  return names;
}
