import type { AgreementReport } from '#shared/agreement/agreement-report.ts';
import type { SessionId } from '#shared/ids.ts';
import type { Services } from '#electron/core/services.ts';
import { requireFrozen } from './gather-session.ts';
import { insertResult, storedResult } from './sessions-sql.ts';

/**
 * The figures of a session. They rest on codings that do not change, so they are measured once, on a worker, and kept:
 * rounds are held side by side later, and a later version of the program does not change what was reported.
 */
export async function keptAgreement(
  { session, tasks, mutate, deps }: Services,
  id: SessionId,
): Promise<AgreementReport> {
  const { file, readable } = session.requireProject();
  const { name } = requireFrozen(readable, id);
  const kept = storedResult(readable, id);
  // Written below and nowhere else.
  if (kept !== undefined) return JSON.parse(kept) as AgreementReport;
  const report = await tasks.run('measureAgreement', `Agreement of “${name}”`, {
    projectPath: file.path,
    coderId: session.actor.coderId,
    of: { kind: 'session', sessionId: id },
  });
  // Somebody may have opened another project meanwhile; and what is not open to who asks is missing in what was measured.
  if (session.project?.file === file && !report.leftOut.some(({ missing }) => missing.length === 0)) {
    mutate(`Keep the agreement of “${name}”`, 'comparison.agreement', ({ db }) =>
      insertResult(db, id, deps.now(), JSON.stringify(report)),
    );
  }
  return report;
}
