import path from 'node:path';
import { Workbook, type CellValue, type Worksheet } from '@cj-tech-master/excelts';
import type { FileRef, MatrixId } from '#shared/ids.ts';
import type { ReturnedPreview } from '#shared/read-back/read-back-contract.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import { openForReading } from '#electron/database/project-file.ts';
import { exportMatrix } from '#electron/export/export-matrix.ts';
import { previewReturned } from '#electron/read-back/preview-returned.ts';
import { readReturnedWorkbook } from '#electron/read-back/read-workbook.ts';
import type { ExportStudy } from '#test/export/export-study.ts';

/** The Matrix sheet as a table of values, to be moved about as people do. */
export type Grid = CellValue[][];

/** Exports the matrix, lets somebody edit its sheet, and hands the file back. */
export async function editedWorkbook(
  study: ExportStudy,
  edit: (grid: Grid, workbook: Workbook) => Grid | void,
  file = 'edited.xlsx',
): Promise<FileRef> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(await exported(study));
  const sheet = workbook.getWorksheet('Matrix')!;
  const grid = gridOf(sheet);
  const edited = edit(grid, workbook) ?? grid;
  write(sheet, edited);
  const target = path.join(study.folder, file);
  await workbook.xlsx.writeFile(target);
  return study.core.files.offer(target);
}

/** As the door does it, but without a thread of its own for each. */
async function exported({ api, folder, matrixId }: ExportStudy): Promise<string> {
  const { path: projectPath } = (await api.project.current({}))!;
  const file = path.join(folder, 'exported.xlsx');
  const input = { projectPath, matrixId, coderId: null, exportedAt: '2026-01-05T09:00:00.000Z' };
  await exportMatrix({ ...input, format: 'xlsx', file }, () => {});
  return file;
}

/** What the door answers to `readBack.preview`, without a thread. */
export async function previewOf(
  { api, core }: Pick<ExportStudy, 'api' | 'core'>,
  file: FileRef,
  matrixId: MatrixId,
): Promise<ReturnedPreview> {
  const { path: projectPath } = (await api.project.current({}))!;
  const stored = core.files.resolve(file);
  const sheets = await readReturnedWorkbook(stored);
  const connection = openForReading(projectPath, null);
  try {
    return previewReturned(new ReadableDb(connection), stored.name, sheets, matrixId);
  } finally {
    connection.close();
  }
}

function gridOf(sheet: Worksheet): Grid {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (__, column) =>
      plain(sheet.getCell(row + 1, column + 1).value),
    ),
  );
}

/** A run of rich text is what the export writes; a person types plain text. */
function plain(value: CellValue): CellValue {
  return typeof value === 'object' && value !== null && 'richText' in value
    ? value.richText.map(({ text }) => text).join('')
    : value;
}

function write(sheet: Worksheet, grid: Grid): void {
  const width = Math.max(sheet.columnCount, ...grid.map((row) => row.length));
  const height = Math.max(sheet.rowCount, grid.length);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1)
      sheet.getCell(row + 1, column + 1).value = grid[row]?.[column] ?? null;
}
