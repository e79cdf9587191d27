import type { ReportProgress } from './report-progress.ts';

/**
 * Every kind of long work: where the function is that runs on a worker thread. What goes in and comes out is copied. A
 * thread loads only the kind that it runs; all of them together would take longer to load than most exports to write.
 */
export const taskList = {
  exportMatrix: async () => (await import('#electron/export/export-matrix.ts')).exportMatrix,
  exportFragments: async () => (await import('#electron/retrieval/export-fragments.ts')).exportFragments,
  readTranscripts: async () => (await import('#electron/import/read-transcripts-task.ts')).readTranscripts,
  makeReport: async () => (await import('#electron/reports/make-report.ts')).makeReport,
  makeArchive: async () => (await import('#electron/reports/make-archive.ts')).makeArchive,
  measureAgreement: async () =>
    (await import('#electron/agreement/measure-agreement-task.ts')).measureAgreementTask,
  readReturnedWorkbook: async () =>
    (await import('#electron/read-back/read-workbook.ts')).readReturnedWorkbook,
} as const satisfies Readonly<
  Record<string, () => Promise<(input: never, report: ReportProgress) => Promise<unknown>>>
>;

type Task<Kind extends TaskKind> = Awaited<ReturnType<(typeof taskList)[Kind]>>;

export type TaskKind = keyof typeof taskList;
export type TaskInput<Kind extends TaskKind> = Parameters<Task<Kind>>[0];
export type TaskOutput<Kind extends TaskKind> = Awaited<ReturnType<Task<Kind>>>;
