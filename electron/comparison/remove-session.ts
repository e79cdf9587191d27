import { AppError } from '#shared/contract/errors.ts';
import type { SessionId } from '#shared/ids.ts';
import { deleteCoding } from '#electron/coding/coding-sql.ts';
import { forgetComparisonsOf } from '#electron/constant-comparison/comparisons-sql.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { forgetCodings } from '#electron/matrices/evidence-sql.ts';
import { forgetLayer } from '#electron/matrices/matrices-sql.ts';
import { deleteConsensusLayer } from '#electron/project/project-sql.ts';
import { requireSession } from './gather-session.ts';
import { deleteSession, sessionsAfter } from './sessions-sql.ts';
import { codingsOfLayer } from './strata-sql.ts';

/** The session with its decisions and its consensus layer. Throws `session-needed` when later ones hold on to it. */
export function removeSession({ db, label }: MutationContext, id: SessionId): void {
  const { name, layerId } = requireSession(db, id);
  const [by] = sessionsAfter(db, id);
  if (by !== undefined) throw new AppError('session-needed', { session: name, by });
  label(`Remove the comparison session “${name}”`);
  deleteSession(db, id);
  if (layerId === null) return;
  const codings = codingsOfLayer(db, layerId);
  forgetCodings(db, codings);
  forgetComparisonsOf(db, codings);
  for (const coding of codings) deleteCoding(db, coding);
  forgetLayer(db, layerId);
  deleteConsensusLayer(db, layerId);
}
