import fs from 'node:fs';
import { Workbook, type Cell } from '@cj-tech-master/excelts';
import { AppError } from '#shared/contract/errors.ts';
import { STATE_SHEET } from '#shared/read-back/exported-state.ts';
import type { GivenSheet, SheetValue } from '#shared/read-back/returned-sheet.ts';
import { readOrigin } from '#shared/read-back/sheet-marks.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import { contentNames, recogniseContent } from '#electron/import/recognise-content.ts';
import { messageOf } from '#electron/import/source-file.ts';

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 200;

/** The sheets of a workbook that say something about a matrix. Runs on a worker thread: a large one takes a while. */
export async function readReturnedWorkbook({ path, name }: StoredFile): Promise<readonly GivenSheet[]> {
  const { size } = fs.statSync(path);
  if (size === 0) throw new AppError('file-empty', { name });
  if (size > MOST_MEGABYTES * MEGABYTE) {
    const megabytes = Math.ceil(size / MEGABYTE);
    throw new AppError('file-too-large', { name, megabytes, limit: MOST_MEGABYTES });
  }
  const bytes = fs.readFileSync(path);
  requireWorkbook(bytes, name);
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch (error) {
    throw new AppError('file-unreadable', { name, message: messageOf(error) }, { cause: error });
  }
  return workbook.worksheets
    .map((sheet): GivenSheet => {
      const values: SheetValue[] = [];
      sheet.eachRow((row, rowNumber) =>
        row.eachCell((cell, column) => {
          const value = readValue(cell);
          if (value.text !== '') values.push({ row: rowNumber, column, ...value });
        }),
      );
      return { name: sheet.name, values };
    })
    .filter(
      (sheet) =>
        sheet.name.startsWith(STATE_SHEET) || sheet.values.some(({ text }) => readOrigin(text) !== null),
    );
}

/** Whoever edits in another program is asked for another way of saving, not told that the marks are gone. */
function requireWorkbook(bytes: Buffer, name: string): void {
  const content = recogniseContent(bytes);
  if (content === 'locked') throw new AppError('file-encrypted', { name });
  if (content === 'xlsx') return;
  const found =
    content === 'odt'
      ? 'an OpenDocument file'
      : content === 'old word'
        ? 'an old Office file (.xls)'
        : contentNames[content];
  throw new AppError('sheet-not-a-workbook', { name, found });
}

type ReadValue = Pick<SheetValue, 'text' | 'kind'>;

/** What the cell says to whoever looks at it, and what the spreadsheet has made of it. */
export function readValue(cell: Pick<Cell, 'value' | 'text' | 'displayText' | 'numFmt'>): ReadValue {
  const { value } = cell;
  if (value === null || value === undefined) return { text: '', kind: 'text' };
  if (typeof value === 'string') return { text: value, kind: 'text' };
  if (typeof value === 'number') return { text: numberText(value, cell), kind: 'number' };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', kind: 'boolean' };
  if (value instanceof Date) return { text: cell.displayText, kind: 'date' };
  if ('error' in value) return { text: value.error, kind: 'error' };
  if ('formula' in value || 'sharedFormula' in value) return resultOf(value.result, cell);
  return { text: cell.text, kind: 'text' };
}

/** A percentage or an amount of money as it is shown; any other number in full. */
function numberText(value: number, { numFmt, displayText }: Pick<Cell, 'displayText' | 'numFmt'>): string {
  const isPlain = numFmt === undefined || numFmt === '' || numFmt === 'General' || numFmt === '@';
  return isPlain ? String(value) : displayText;
}

function resultOf(result: Cell['result'], { displayText }: Pick<Cell, 'displayText'>): ReadValue {
  if (result === undefined) return { text: '#N/A', kind: 'error' };
  if (result instanceof Date) return { text: displayText, kind: 'formula' };
  if (typeof result === 'object') {
    return { text: result.error, kind: 'error' };
  }
  return { text: String(result), kind: 'formula' };
}
