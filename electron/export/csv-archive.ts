import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { zip } from '@cj-tech-master/excelts/archive';
import { stringify } from 'csv-stringify/sync';
import type { CellValue, Sheet } from '#shared/export/sheet.ts';

const BOM = '\uFEFF';
const ROWS_AT_A_TIME = 500;

/** Writes each sheet as a csv file (UTF-8 with a BOM, so that Excel reads the accents) into one zip. */
export async function writeCsvArchive(
  file: string,
  madeAt: string,
  sheets: readonly Sheet[],
  onRows: (rows: number) => void,
): Promise<void> {
  const archive = zip({ modTime: new Date(madeAt), noSort: true });
  for (const sheet of sheets.filter(({ hidden }) => hidden !== true))
    archive.add(`${sheet.name}.csv`, csvChunks(sheet, onRows));
  await archive.pipeTo(fs.createWriteStream(file));
}

/** Writes one sheet as one csv file. */
export async function writeCsvFile(
  file: string,
  sheet: Sheet,
  onRows: (rows: number) => void,
): Promise<void> {
  await pipeline(Readable.from(csvChunks(sheet, onRows)), fs.createWriteStream(file));
}

/** The sheet in pieces, so that a large one is never in memory as a whole. */
async function* csvChunks(sheet: Sheet, onRows: (rows: number) => void): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const shown = sheet.columns.map(({ hidden }) => hidden !== true);
  const visible = <Item>(items: readonly Item[]): Item[] => items.filter((_, index) => shown[index]);
  yield encoder.encode(BOM + csvLines([visible(sheet.columns).map(({ title }) => title)]));
  let lines: CellValue[][] = [];
  for (const { kind, cells } of sheet.rows) {
    if (kind === 'hidden') continue;
    lines.push(visible(cells).map(({ value }) => value));
    if (lines.length < ROWS_AT_A_TIME) continue;
    yield encoder.encode(csvLines(lines));
    onRows(lines.length);
    lines = [];
  }
  if (lines.length > 0) yield encoder.encode(csvLines(lines));
  onRows(lines.length);
}

/**
 * Lines as RFC 4180 has them. A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP
 * advises ("CSV injection"): a csv file has no other way to say that "=" is only a sign. Numbers stay numbers.
 */
export function csvLines(lines: readonly (readonly CellValue[])[]): string {
  return stringify(
    lines.map((line) => line.map((value) => (typeof value === 'string' ? guarded(value) : value))),
    // A quotation that runs over several turns has line feeds of its own, which are not the record's.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

function guarded(text: string): string {
  return /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}
