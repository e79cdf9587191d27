import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MatrixFormat } from '#shared/export/export-contract.ts';
import { matrixHtml } from '#shared/export/matrix-html.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import { openForReading } from '#electron/database/project-file.ts';
import type { ReportProgress } from '#electron/tasks/report-progress.ts';
import { writeCasesDocx } from './cases-docx.ts';
import { writeCsvArchive } from './csv-archive.ts';
import { gatherMatrix, type ExportRequest, type GatheredMatrix } from './gather-matrix.ts';
import { writeMatrixDocx } from './matrix-docx.ts';
import { matrixSheets } from './matrix-sheets.ts';
import { writeWorkbook } from './workbook.ts';

export interface MatrixExport extends ExportRequest {
  readonly projectPath: string;
  readonly format: MatrixFormat;
  /** Where to write. */
  readonly file: string;
}

/** Writes the export of a matrix and returns its size in bytes. Runs on a worker thread. */
export async function exportMatrix(input: MatrixExport, report: ReportProgress): Promise<number> {
  const connection = openForReading(input.projectPath, input.coderId);
  try {
    // One transaction, so that all sheets show the same moment however long the writing takes.
    connection.exec('BEGIN');
    const db = new ReadableDb(connection);
    await write(db, input, gatherMatrix(db, input), report);
    return fs.statSync(input.file).size;
  } finally {
    connection.close();
  }
}

async function write(
  db: ReadableDb,
  { format, file, exportedAt }: MatrixExport,
  gathered: GatheredMatrix,
  report: ReportProgress,
): Promise<void> {
  const { about, plan } = gathered;
  switch (format) {
    case 'xlsx':
    case 'csv': {
      const sheets = matrixSheets(db, gathered);
      const total = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
      let done = 0;
      const onRows = (rows: number): void => report((done += rows), total);
      if (format === 'csv') return writeCsvArchive(file, exportedAt, sheets, onRows);
      const facts = {
        title: about.projectTitle,
        author: about.coderName ?? 'Crosscase',
        madeAt: exportedAt,
      };
      return writeWorkbook(file, facts, sheets, onRows);
    }
    case 'html':
      return pipeline(Readable.from(matrixHtml(counting(gathered, report))), fs.createWriteStream(file));
    case 'cases':
      return writeCasesDocx(file, db, counting(gathered, report));
    case 'docx':
      return writeMatrixDocx(file, counting(gathered, report));
  }

  function counting(matrix: GatheredMatrix, onDone: ReportProgress): GatheredMatrix {
    return { ...matrix, fragments: counted(matrix.fragments, (done) => onDone(done, plan.total)) };
  }
}

const REPORT_EVERY = 500;

function* counted<Item>(items: Iterable<Item>, onDone: (done: number) => void): Generator<Item> {
  let done = 0;
  for (const item of items) {
    yield item;
    done += 1;
    if (done % REPORT_EVERY === 0) onDone(done);
  }
}
