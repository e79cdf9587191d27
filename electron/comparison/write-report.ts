import fs from 'node:fs';
import type { comparisonContract, ReportFormat } from '#shared/comparison/comparison-contract.ts';
import { reportHtml } from '#shared/comparison/report-html.ts';
import { reportSheets } from '#shared/comparison/report-sheets.ts';
import { sessionReport, type SessionReport } from '#shared/comparison/session-report.ts';
import { must } from '#shared/assert.ts';
import type { InputOf } from '#shared/contract/method.ts';
import { safeFileName } from '#shared/export/file-name.ts';
import type { FileRef } from '#shared/ids.ts';
import type { Services } from '#electron/core/services.ts';
import { writeCsvArchive } from '#electron/export/csv-archive.ts';
import { writeWorkbook } from '#electron/export/workbook.ts';
import { findProject } from '#electron/project/project-sql.ts';
import { keptAgreement } from './kept-agreement.ts';
import { readDifferences } from './read-differences.ts';
import { listSessions } from './read-sessions.ts';
import { writeReportDocx } from './report-docx.ts';

type Request = InputOf<(typeof comparisonContract)['report']>;

/** The figures are measured on the worker if they are not there yet; writing them out takes no time to speak of. */
export async function writeReport(
  services: Services,
  { id, format }: Request,
): Promise<{ readonly file: FileRef; readonly name: string; readonly bytes: number }> {
  const { session, files, deps } = services;
  const agreement = await keptAgreement(services, id);
  const { readable } = session.requireProject();
  const summary = must(
    listSessions(readable).find((each) => each.id === id),
    'a session that was just read',
  );
  const study = findProject(readable)?.title ?? '';
  const report = sessionReport(study, summary, agreement, readDifferences(readable, id));
  const name = `${safeFileName(report.title, 'Agreement')}.${format === 'csv' ? 'zip' : format}`;
  const place = files.reserve(name);
  try {
    await write(place.path, format, report, { author: session.actor.coderName, madeAt: deps.now() });
    return { file: place.ref, name, bytes: fs.statSync(place.path).size };
  } catch (error) {
    fs.rmSync(place.path, { force: true });
    throw error;
  }
}

async function write(
  file: string,
  format: ReportFormat,
  report: SessionReport,
  { author, madeAt }: { readonly author: string; readonly madeAt: string },
): Promise<void> {
  const nothing = (): void => {};
  switch (format) {
    case 'html':
      fs.writeFileSync(file, reportHtml(report));
      return;
    case 'docx':
      return writeReportDocx(file, author, report);
    case 'xlsx':
      return writeWorkbook(file, { title: report.study, author, madeAt }, reportSheets(report), nothing);
    case 'csv':
      return writeCsvArchive(file, madeAt, reportSheets(report), nothing);
  }
}
