import path from 'node:path';
import { Workbook, type CellValue, type Worksheet } from '@cj-tech-master/excelts';
import type { FileRef } from '#shared/ids.ts';
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
  await workbook.xlsx.readFile(await study.export('xlsx'));
  const sheet = workbook.getWorksheet('Matrix')!;
  const grid = gridOf(sheet);
  const edited = edit(grid, workbook) ?? grid;
  write(sheet, edited);
  const target = path.join(study.folder, file);
  await workbook.xlsx.writeFile(target);
  return study.core.files.offer(target);
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
