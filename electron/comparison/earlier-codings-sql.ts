import type { SessionId, TranscriptId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

/** Whether codings in a transcript were frozen in a session. */
export function discussedIn(db: ReadableDb, id: SessionId, transcriptId: TranscriptId): boolean {
  return (
    db.column<number>(
      `SELECT 1 FROM comparison_frozen JOIN transcript_version AS version ON version.id = comparison_frozen.version_id
       WHERE comparison_frozen.session_id = ? AND version.transcript_id = ? LIMIT 1`,
      id,
      transcriptId,
    ).length > 0
  );
}
