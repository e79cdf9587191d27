import fs from 'node:fs';
import type { MatrixFormat } from '#shared/export/export-contract.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import { openForReading } from '#electron/database/project-file.ts';
import type { ReportProgress } from '#electron/tasks/report-progress.ts';
import { writeCsvArchive } from './csv-archive.ts';
import { matrixSheets, type ExportRequest } from './matrix-sheets.ts';
import { writeWorkbook } from './workbook.ts';

export interface MatrixExport extends ExportRequest {
  readonly projectPath: string;
  readonly format: MatrixFormat;
  /** Where to write. */
  readonly file: string;
}

/** Writes the export of a matrix and returns its size in bytes. Runs on a worker thread. */
export async function exportMatrix(input: MatrixExport, report: ReportProgress): Promise<number> {
  const connection = openForReading(input.projectPath);
  try {
    // One transaction, so that all sheets show the same moment however long the writing takes.
    connection.exec('BEGIN');
    const { projectTitle, coderName, sheets } = matrixSheets(new ReadableDb(connection), input);
    const total = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
    let done = 0;
    const onRows = (rows: number): void => report((done += rows), total);
    if (input.format === 'csv') {
      await writeCsvArchive(input.file, input.exportedAt, sheets, onRows);
    } else {
      const facts = { title: projectTitle, author: coderName ?? 'Crosscase', madeAt: input.exportedAt };
      await writeWorkbook(input.file, facts, sheets, onRows);
    }
    return fs.statSync(input.file).size;
  } finally {
    connection.close();
  }
}
