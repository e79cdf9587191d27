import type { TranscriptId } from '#shared/ids.ts';
import { finishedPairs } from '#electron/agreement/agreement-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { SessionCoderRow } from './sessions-sql.ts';
import { discussedIn } from './earlier-codings-sql.ts';

/** Names of the coders of a session who have not finished a transcript. Earlier codings are as finished as they were. */
export function missingCoders(
  db: ReadableDb,
  coders: readonly SessionCoderRow[],
  transcriptId: TranscriptId,
  finished: ReadonlySet<string> = finishedPairs(db),
): readonly string[] {
  return coders
    .filter(({ coderId, earlierId }) =>
      earlierId === null
        ? !finished.has(`${coderId} ${transcriptId}`)
        : !discussedIn(db, earlierId, transcriptId),
    )
    .map(({ name }) => name);
}
