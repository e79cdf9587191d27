import type { ReportProgress } from '#electron/tasks/report-progress.ts';
import { readFiles, type FileToRead, type ReadResult } from './read-sources.ts';

/** Runs on a worker thread. */
export function readTranscripts(
  { files }: { readonly files: readonly FileToRead[] },
  report: ReportProgress,
): Promise<readonly ReadResult[]> {
  return readFiles(files, report);
}
