import type { FinishedMark } from '#shared/coding/coding-contract.ts';
import type { CoderId, TranscriptId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export function listFinishedMarks(
  db: ReadableDb,
  transcriptId: TranscriptId,
  coderId: CoderId | null,
): FinishedMark[] {
  return db
    .all<Omit<FinishedMark, 'own'>>(
      `SELECT finished_mark.coder_id AS coderId, coder.name AS coderName, finished_mark.at
       FROM finished_mark JOIN coder ON coder.id = finished_mark.coder_id
       WHERE finished_mark.transcript_id = ? ORDER BY coder.name`,
      transcriptId,
    )
    .map((mark) => ({ ...mark, own: mark.coderId === coderId }));
}

/** A transcript that was finished already keeps its first date. */
export function insertFinishedMark(
  db: WritableDb,
  coderId: CoderId,
  transcriptId: TranscriptId,
  at: string,
): void {
  db.run(
    'INSERT INTO finished_mark (coder_id, transcript_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    coderId,
    transcriptId,
    at,
  );
}

export function deleteFinishedMark(db: WritableDb, coderId: CoderId, transcriptId: TranscriptId): void {
  db.run('DELETE FROM finished_mark WHERE coder_id = ? AND transcript_id = ?', coderId, transcriptId);
}

/** For who removes a transcript. */
export function forgetFinishedMarks(db: WritableDb, transcriptId: TranscriptId): void {
  db.run('DELETE FROM finished_mark WHERE transcript_id = ?', transcriptId);
}
