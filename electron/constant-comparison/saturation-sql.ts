import type { SaturationNote } from '#shared/constant-comparison/constant-comparison-contract.ts';
import type { CoderId, TranscriptId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export function saturationNotes(db: ReadableDb): SaturationNote[] {
  return db.all(
    `SELECT saturation_note.transcript_id AS transcriptId, saturation_note.coder_id AS coderId,
            coder.name AS coderName, saturation_note.at, saturation_note.note
     FROM saturation_note JOIN coder ON coder.id = saturation_note.coder_id
     ORDER BY saturation_note.at, saturation_note.id`,
  );
}

export function titleOfTranscript(db: ReadableDb, id: TranscriptId): string | undefined {
  return db.column<string>('SELECT title FROM transcript WHERE id = ?', id)[0];
}

export function insertSaturationNote(
  db: WritableDb,
  uid: string,
  { transcriptId, coderId, at, note }: Omit<SaturationNote, 'coderName'>,
): void {
  db.runOne(
    'INSERT INTO saturation_note (uid, transcript_id, coder_id, at, note) VALUES (?, ?, ?, ?, ?)',
    uid,
    transcriptId,
    coderId,
    at,
    note,
  );
}

export function deleteSaturationNote(db: WritableDb, transcriptId: TranscriptId, coderId: CoderId): void {
  db.run('DELETE FROM saturation_note WHERE transcript_id = ? AND coder_id = ?', transcriptId, coderId);
}

/** For who removes a transcript. */
export function forgetSaturationNotesOf(db: WritableDb, transcriptId: TranscriptId): void {
  db.run('DELETE FROM saturation_note WHERE transcript_id = ?', transcriptId);
}
