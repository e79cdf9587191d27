import { measureAgreementTask } from '#electron/agreement/measure-agreement-task.ts';
import { exportMatrix } from '#electron/export/export-matrix.ts';
import { readTranscripts } from '#electron/import/read-transcripts-task.ts';
import { makeArchive } from '#electron/reports/make-archive.ts';
import { makeReport } from '#electron/reports/make-report.ts';
import { readReturnedWorkbook } from '#electron/read-back/read-workbook.ts';
import { exportFragments } from '#electron/retrieval/export-fragments.ts';
import type { ReportProgress } from './report-progress.ts';

/** Every kind of long work: a function that runs on a worker thread. What goes in and comes out is copied. */
export const taskList = {
  exportMatrix,
  exportFragments,
  readTranscripts,
  makeReport,
  makeArchive,
  measureAgreement: measureAgreementTask,
  readReturnedWorkbook,
} as const satisfies Readonly<Record<string, (input: never, report: ReportProgress) => Promise<unknown>>>;

export type TaskKind = keyof typeof taskList;
export type TaskInput<Kind extends TaskKind> = Parameters<(typeof taskList)[Kind]>[0];
export type TaskOutput<Kind extends TaskKind> = Awaited<ReturnType<(typeof taskList)[Kind]>>;
