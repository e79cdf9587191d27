import type { RichText } from '#shared/memos/rich-text.ts';
import { plainText } from '#shared/memos/plain-text.ts';
import type { StoredTexts } from '#shared/withdrawal/stored-texts.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { columnsOf, textRows } from './withdrawal-sql.ts';
import { tableRules } from './table-rules.ts';

export interface CleanedText {
  readonly table: string;
  readonly id: number;
  readonly column: string;
  readonly text: string;
}

/** Every text of every row that stays in which the person is quoted or named, as it is without that. */
export function* textsToClean(
  db: ReadableDb,
  gone: ReadonlyMap<string, ReadonlySet<number>>,
  words: StoredTexts,
): Generator<CleanedText, void> {
  for (const [table, { asItIs }] of tableRules(db)) {
    if (asItIs !== undefined) continue;
    const columns = columnsOf(db, table)
      .filter(({ name, type }) => type === 'TEXT' && name !== 'uid')
      .map(({ name }) => name);
    if (columns.length === 0) continue;
    for (const row of textRows(db, table, columns, gone.get(table) ?? new Set())) {
      for (const column of columns) {
        const text = row[column];
        if (typeof text !== 'string') continue;
        const cleaned =
          table === 'memo' && column === 'body' ? cleanedBody(text, words) : words.withoutInStored(text);
        if (cleaned !== text) yield { table, id: row.id, column, text: cleaned };
      }
    }
  }
}

/** A row as the journal has it. */
export function cleanedRow(table: string, stored: string, words: StoredTexts): string {
  const cleaned = words.withoutInStored(stored);
  if (table !== 'memo') return cleaned;
  const row = JSON.parse(cleaned) as Readonly<Record<string, unknown>>;
  const { body } = row;
  if (typeof body !== 'string') return cleaned;
  const without = cleanedBody(body, words);
  return without === body ? cleaned : JSON.stringify({ ...row, body: without });
}

/** A quotation may run through bold and plain pieces: then the memo keeps its words, and loses its formats. */
function cleanedBody(body: string, words: StoredTexts): string {
  const cleaned = words.withoutInStored(body);
  // The column holds what writeDocument made of a document (shared/memos/rich-text.ts).
  const text = plainText(JSON.parse(cleaned) as RichText, ({ name }) => name);
  const rest = words.without(text);
  if (rest === text) return cleaned;
  const paragraphs: RichText = rest
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', children: [{ type: 'text', text: line }] }));
  return JSON.stringify(paragraphs);
}
