import type { Block, Run } from '#shared/transcripts/document-blocks.ts';
import { rtfTokens } from './rtf-tokens.ts';

/** Destinations whose text nobody said. */
const LEFT_OUT = new Set(
  (
    'fonttbl colortbl stylesheet info pict object objdata header headerl headerr headerf footer footerl footerr footerf ' +
    'listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata colorschememapping datastore latentstyles ' +
    'fldinst annotation atnid atnauthor atnref atndate atrfstart atrfend ftnsep ftnsepc aftnsep aftnsepc pgdsctbl userprops ' +
    'bkmkstart bkmkend filetbl mmathPr nonesttables pntext listtext private1'
  ).split(' '),
);
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emdash: '—',
  endash: '–',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
};
/** The encodings of Windows by the number that RTF has for the letters of a font. */
const CHARSETS: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
const DEEPEST = 2000;

interface State {
  skip: boolean;
  bold: boolean;
  hidden: boolean;
  font: number;
  /** How many bytes stand for a letter that `\u` has given already. */
  substitute: number;
  destination: string;
}

/** The paragraphs and tables of an RTF file. Throws when its groups are nested beyond all reason. */
export function readRtfContent(source: string): {
  readonly blocks: readonly Block[];
  readonly hasNotes: boolean;
} {
  const reader = new Reader();
  for (const token of rtfTokens(source)) {
    switch (token.kind) {
      case 'open':
        reader.open();
        break;
      case 'close':
        reader.close();
        break;
      case 'word':
        reader.word(token.word, token.value);
        break;
      case 'sign':
        reader.sign(token.sign);
        break;
      case 'bytes':
        reader.bytes(token.bytes);
    }
  }
  return reader.done();
}

class Reader {
  #state: State = { skip: false, bold: false, hidden: false, font: 0, substitute: 1, destination: '' };
  readonly #stack: State[] = [];
  readonly #blocks: Block[] = [];
  readonly #notes: Block[] = [];
  #runs: Run[] = [];
  #noteRuns: Run[] = [];
  #level = 0;
  #isInTable = false;
  #cell: Block[] = [];
  #row: Block[][] = [];
  #rows: Block[][][] = [];
  #codepage = 'windows-1252';
  #defaultFont = 0;
  #toSkip = 0;
  #pending: number[] = [];
  #isNext = false;
  readonly #fonts = new Map<number, string>();
  readonly #styleLevels = new Map<number, number>();
  #style = { number: 0, level: 0, name: '' };

  open(): void {
    this.#flush();
    if (this.#stack.length > DEEPEST) throw new Error('Its groups are nested too deeply.');
    this.#stack.push({ ...this.#state });
    this.#toSkip = 0;
  }

  close(): void {
    this.#flush();
    if (this.#state.destination === 'stylesheet') this.#endStyle();
    const wasNote = this.#state.destination === 'footnote';
    this.#state = this.#stack.pop() ?? this.#state;
    if (wasNote && this.#state.destination !== 'footnote') this.#endNote();
    this.#toSkip = 0;
    this.#isNext = false;
  }

  sign(sign: string): void {
    this.#flush();
    if (sign === '*') this.#isNext = true;
    else if (sign === '~') this.#text('\u00a0');
    else if (sign === '_') this.#text('\u2011');
    else if (sign === '-') this.#text('\u00ad');
  }

  bytes(bytes: Iterable<number>): void {
    const { destination } = this.#state;
    if (destination === 'stylesheet') {
      this.#style.name += Buffer.from([...bytes]).toString('latin1');
      return;
    }
    for (const byte of bytes) {
      if (this.#toSkip > 0) this.#toSkip -= 1;
      else if (!this.#state.skip) this.#pending.push(byte);
    }
  }

  word(word: string, value: number | null): void {
    this.#flush();
    if (word === 'u') {
      this.#text(String.fromCharCode((value ?? 63) & 0xffff));
      this.#toSkip = this.#state.substitute;
      return;
    }
    this.#toSkip = 0;
    const isOptional = this.#isNext;
    this.#isNext = false;
    if (LEFT_OUT.has(word) || (isOptional && word !== 'shppict' && word !== 'shptxt')) {
      this.#state.skip = true;
      this.#state.destination = word;
      return;
    }
    const sign = SIGNS[word];
    if (sign !== undefined) this.#text(sign);
    else this.#command(word, value);
  }

  done(): { readonly blocks: readonly Block[]; readonly hasNotes: boolean } {
    this.#flush();
    this.#endParagraph();
    this.#endTable();
    return { blocks: [...this.#blocks, ...this.#notes], hasNotes: this.#notes.length > 0 };
  }

  #command(word: string, value: number | null): void {
    const state = this.#state;
    // Of what is left out, only the fonts and the styles say something about the text.
    if (state.skip && state.destination !== 'stylesheet' && state.destination !== 'fonttbl') return;
    switch (word) {
      case 'ansicpg':
        this.#codepage = codepage(value ?? 1252);
        return;
      case 'mac':
        this.#codepage = 'macintosh';
        return;
      case 'deff':
        this.#defaultFont = value ?? 0;
        return;
      case 'f':
        state.font = value ?? 0;
        return;
      case 'fcharset':
        this.#fonts.set(state.font, CHARSETS[value ?? 0] ?? '');
        return;
      case 'uc':
        state.substitute = Math.min(10, Math.max(0, value ?? 1));
        return;
      case 'b':
        state.bold = value !== 0;
        return;
      case 'v':
      case 'deleted':
        state.hidden = value !== 0;
        return;
      case 'plain':
        state.bold = false;
        state.hidden = false;
        state.font = this.#defaultFont;
        return;
      case 's':
        if (state.destination === 'stylesheet') this.#style.number = value ?? 0;
        else this.#level = this.#styleLevels.get(value ?? 0) ?? this.#level;
        return;
      case 'outlinelevel':
        if (state.destination === 'stylesheet') this.#style.level = (value ?? 9) + 1;
        else if (!state.skip && (value ?? 9) < 6) this.#level = (value ?? 0) + 1;
        return;
      case 'pard':
        this.#level = 0;
        this.#isInTable = false;
        return;
      case 'intbl':
        this.#isInTable = true;
        return;
      case 'par':
      case 'sect':
      case 'page':
        if (!state.skip) this.#endParagraph();
        return;
      case 'cell':
      case 'nestcell':
        this.#endParagraph();
        this.#row.push(this.#cell);
        this.#cell = [];
        return;
      case 'row':
      case 'nestrow':
        if (this.#row.length > 0) this.#rows.push(this.#row);
        this.#row = [];
        return;
      case 'footnote':
        state.destination = 'footnote';
    }
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const ofFont = this.#fonts.get(this.#state.font);
    const label = ofFont === undefined || ofFont === '' ? this.#codepage : ofFont;
    const bytes = Uint8Array.from(this.#pending);
    this.#pending = [];
    this.#text(new TextDecoder(label).decode(bytes));
  }

  #text(text: string): void {
    const { skip, hidden, bold, destination } = this.#state;
    if (skip || hidden) return;
    (destination === 'footnote' ? this.#noteRuns : this.#runs).push({ text, bold });
  }

  #endParagraph(): void {
    if (this.#state.destination === 'footnote') return this.#endNote();
    const paragraph: Block = { kind: 'paragraph', level: this.#level, runs: this.#runs };
    this.#runs = [];
    if (this.#isInTable || this.#row.length > 0) {
      this.#cell.push(paragraph);
      return;
    }
    this.#endTable();
    this.#blocks.push(paragraph);
  }

  #endNote(): void {
    if (this.#noteRuns.length > 0) this.#notes.push({ kind: 'paragraph', level: 0, runs: this.#noteRuns });
    this.#noteRuns = [];
  }

  /** What stands in a table that was never closed is text all the same. */
  #endTable(): void {
    if (this.#cell.some((block) => block.kind === 'paragraph' && block.runs.length > 0))
      this.#row.push(this.#cell);
    this.#cell = [];
    if (this.#row.length > 0) this.#rows.push(this.#row);
    this.#row = [];
    if (this.#rows.length > 0) this.#blocks.push({ kind: 'table', rows: this.#rows });
    this.#rows = [];
  }

  #endStyle(): void {
    const { number, level, name } = this.#style;
    const named = Number(/heading ([1-6])/i.exec(name)?.[1] ?? (/^\s*title;/i.test(name) ? 1 : 0));
    const found = named > 0 ? named : level;
    if (found > 0 && found <= 6) this.#styleLevels.set(number, found);
    this.#style = { number: 0, level: 0, name: '' };
  }
}

function codepage(number: number): string {
  const label = {
    10000: 'macintosh',
    932: 'shift_jis',
    936: 'gb18030',
    949: 'euc-kr',
    950: 'big5',
    65001: 'utf-8',
    874: 'windows-874',
  }[number];
  if (label !== undefined) return label;
  return number >= 1250 && number <= 1258 ? `windows-${number}` : 'windows-1252';
}
