import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CoderId } from '#shared/ids.ts';
import { reportHtml } from '#shared/reports/report-html.ts';
import type { ReportFormat, ReportKind } from '#shared/reports/reports-contract.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import { openForReading } from '#electron/database/project-file.ts';
import type { ReportProgress } from '#electron/tasks/report-progress.ts';
import { buildReport } from './build-report.ts';
import { reportDocx } from './report-docx.ts';

export interface ReportRequest {
  readonly projectPath: string;
  readonly coderId: CoderId | null;
  readonly coderName: string | null;
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly madeAt: string;
  readonly file: string;
}

/** Writes one report and returns its size in bytes. Runs on a worker thread. */
export async function makeReport(request: ReportRequest, report: ReportProgress): Promise<number> {
  const { projectPath, coderId, coderName, kind, format, madeAt, file } = request;
  const connection = openForReading(projectPath, coderId);
  try {
    connection.exec('BEGIN');
    const document = buildReport(new ReadableDb(connection), kind, madeAt, coderName);
    report(1, 2);
    if (format === 'docx') fs.writeFileSync(file, await reportDocx(document));
    else await pipeline(Readable.from(reportHtml(document)), fs.createWriteStream(file));
    return fs.statSync(file).size;
  } finally {
    connection.close();
  }
}
