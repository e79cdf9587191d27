import type { Hint } from './source-text.ts';
import { cleanName } from './speaker-names.ts';
import { isOrdinal, speakerColumns } from './table-columns.ts';
import { readTimes } from './time-codes.ts';

/** What the readers of documents (Word, OpenDocument, RTF, HTML, PDF) have in common. */
export type Block = Paragraph | Table;

export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** 1 to 6 for a heading, 0 for plain text. */
  readonly level: number;
  readonly runs: readonly Run[];
}

export interface Table {
  readonly kind: 'table';
  /** A cell is what stands in it: a table in a cell too. */
  readonly rows: readonly (readonly (readonly Block[])[])[];
}

const LONGEST_NAME = 60;

/**
 * The text of a document: paragraphs with a blank line between them, `## ` before a heading (in plain text it can only be
 * seen by its mark), the cells of a row on one line with tabs between. Where a column names the speakers, its cells
 * become labels.
 */
export function writeBlocks(blocks: readonly Block[]): {
  readonly text: string;
  readonly hints: readonly Hint[];
} {
  const writer = new Writer();
  writer.blocks(blocks);
  return writer.done();
}

class Writer {
  #text = '';
  readonly #hints: Hint[] = [];

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') this.#paragraph(block);
      else this.#table(block);
    }
  }

  done(): { readonly text: string; readonly hints: readonly Hint[] } {
    return { text: this.#text, hints: this.#hints };
  }

  #paragraph({ level, runs }: Paragraph): void {
    const text = runs.map((run) => run.text).join('');
    if (text.trim() === '') return;
    this.#open();
    if (level > 0) this.#text += `${'#'.repeat(level)} ${text.replaceAll(/\s*\n\s*/g, ' ').trim()}`;
    else {
      this.#bold(runs);
      this.#text += text;
    }
  }

  #table({ rows }: Table): void {
    const cells = rows.map((row) => row.map(textOfCell));
    const columns = speakerColumns(cells);
    if (columns === null) {
      const numbered = cells.length > 1 && isOrdinal(cells.map((row) => row[0] ?? ''));
      // A table of one column, or of line numbers and text, is a way of setting text.
      const isText = cells.every((row) => row.length - (numbered ? 1 : 0) <= 1);
      rows.forEach((row, index) => {
        if (isText) this.blocks(row.slice(numbered ? 1 : 0).flat());
        else this.#row(cells[index] ?? []);
      });
      return;
    }
    cells.slice(columns.hasHeader ? 1 : 0).forEach((row) => {
      const speaker = row[columns.speaker]?.trim() ?? '';
      const time = columns.time === null ? '' : (row[columns.time]?.trim() ?? '');
      const words = columns.words.map((index) => row[index] ?? '').filter((cell) => cell.trim() !== '');
      if (speaker === '' && words.length === 0) return;
      this.#open();
      const start = this.#text.length;
      if (speaker !== '') {
        this.#text += [speaker, time].filter((cell) => cell !== '').join('\t') + '\t';
        const end = this.#text.length;
        this.#hints.push({ kind: 'label', start, end, speaker: cleanName(speaker), ...readTimes(time) });
      }
      this.#text += words.join('\t');
    });
  }

  #row(cells: readonly string[]): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    this.#open();
    this.#text += cells.join('\t').trimEnd();
  }

  #open(): void {
    if (this.#text !== '') this.#text += '\n\n';
  }

  /** The bold letters at the start of each line of a paragraph, when they are few enough to be a name. */
  #bold(runs: readonly Run[]): void {
    let line = this.#text.length;
    let end = line;
    let at = line;
    let isOpen = true;
    const note = (): void => {
      if (end > line && end - line <= LONGEST_NAME) this.#hints.push({ kind: 'bold', start: line, end });
    };
    for (const { text, bold } of runs) {
      for (const [index, piece] of text.split('\n').entries()) {
        if (index > 0) {
          note();
          at += 1;
          line = at;
          end = at;
          isOpen = true;
        }
        at += piece.length;
        if (isOpen && bold && piece.trim() !== '') end = at;
        else if (piece.trim() !== '') isOpen = false;
      }
    }
    note();
  }
}

function textOfCell(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.runs.map(({ text }) => text).join('')
        : block.rows.map((row) => row.map(textOfCell).join('\t')).join('\n'),
    )
    .filter((text) => text.trim() !== '')
    .join('\n');
}
