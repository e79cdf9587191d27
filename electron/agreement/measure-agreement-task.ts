import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import type { CoderId, SessionId } from '#shared/ids.ts';
import { gatherSession } from '#electron/comparison/gather-session.ts';
import { ReadableDb } from '#electron/database/handles.ts';
import { openForReading } from '#electron/database/project-file.ts';
import type { ReportProgress } from '#electron/tasks/report-progress.ts';
import { reportAgreement } from './gather-agreement.ts';
import { gatherLive, type LiveRequest } from './gather-live.ts';

export interface AgreementTask {
  readonly projectPath: string;
  /** Who asks: in a blind study nobody is told what is not for them yet. */
  readonly coderId: CoderId | null;
  readonly of:
    | { readonly kind: 'session'; readonly sessionId: SessionId }
    | { readonly kind: 'live'; readonly request: LiveRequest };
}

/** Reads, measures and resamples. Runs on a worker thread, so that nobody waits for it. */
export async function measureAgreementTask(
  input: AgreementTask,
  report: ReportProgress,
): Promise<AgreementReport> {
  const connection = openForReading(input.projectPath, input.coderId);
  try {
    // One transaction: what is compared is one moment, whoever goes on working.
    connection.exec('BEGIN');
    const db = new ReadableDb(connection);
    const gathered =
      input.of.kind === 'session' ? gatherSession(db, input.of.sessionId) : gatherLive(db, input.of.request);
    return reportAgreement(gathered, report);
  } finally {
    connection.close();
  }
}
