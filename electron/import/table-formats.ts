import path from 'node:path';
import type { RowProblem, SourceTable } from '#shared/participants/participant-rows.ts';
import type { CsvPreview } from '#shared/participants/participants-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { StoredFile } from '#electron/core/file-store.ts';
import { readCsvTable, tableOfRows } from './csv-table.ts';
import { decodeText } from './decode-text.ts';
import { requireContent } from './recognise-content.ts';
import { readSourceFile } from './source-file.ts';
import { readXlsxRows } from './xlsx-rows.ts';
import { readXmlParts } from './zip-parts.ts';

export interface FileTable extends SourceTable {
  readonly separator: CsvPreview['separator'];
  /** Rows that do not fit the header, and were left out. */
  readonly problems: readonly RowProblem[];
}

const EXTENSIONS = ['.csv', '.tsv', '.txt', '.xlsx'];

/** The table of participants that a file holds; what cannot be read says why. */
export async function readTableFile(file: StoredFile): Promise<FileTable> {
  const { name } = file;
  const extension = path.extname(name).toLowerCase();
  if (!EXTENSIONS.includes(extension)) throw new AppError('file-format-unknown', { name, known: EXTENSIONS });
  const bytes = await readSourceFile(file);
  const isWorkbook = extension === '.xlsx';
  requireContent(bytes, name, extension, isWorkbook ? 'xlsx' : 'text');
  if (!isWorkbook) return readCsvTable(decodeText(bytes, name).text, name);
  // Only looked through, so that a spreadsheet that would fill the memory is refused before it is read.
  await readXmlParts(bytes, name);
  const rows = await readXlsxRows(bytes, name);
  return tableOfRows(
    rows.map((cells, index) => ({ line: index + 1, cells })),
    null,
    name,
  );
}
