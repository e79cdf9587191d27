import type { CoderId, TranscriptId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export function readBlind(db: ReadableDb): boolean {
  return db.column<number>('SELECT blind FROM project')[0] === 1;
}

export function updateBlind(db: WritableDb, blind: boolean): void {
  db.runOne('UPDATE project SET blind = ?', blind ? 1 : 0);
}

export interface TranscriptOfTeam {
  readonly id: TranscriptId;
  readonly title: string;
  readonly participantCode: string | null;
}

export function listTranscriptsOfTeam(db: ReadableDb): TranscriptOfTeam[] {
  return db.all<TranscriptOfTeam>(
    `SELECT transcript.id, transcript.title, participant.code AS participantCode
     FROM transcript LEFT JOIN participant ON participant.id = transcript.participant_id
     ORDER BY transcript.position, transcript.id`,
  );
}

export function listAssignments(
  db: ReadableDb,
): { readonly transcriptId: TranscriptId; readonly coderId: CoderId }[] {
  return db.all(
    'SELECT transcript_id AS transcriptId, coder_id AS coderId FROM coding_assignment ORDER BY id',
  );
}

export function listFinished(
  db: ReadableDb,
): { readonly transcriptId: TranscriptId; readonly coderId: CoderId; readonly at: string }[] {
  return db.all('SELECT transcript_id AS transcriptId, coder_id AS coderId, at FROM finished_mark');
}

export function insertAssignment(db: WritableDb, transcriptId: TranscriptId, coderId: CoderId): void {
  db.runOne('INSERT INTO coding_assignment (transcript_id, coder_id) VALUES (?, ?)', transcriptId, coderId);
}

export function deleteAssignment(db: WritableDb, transcriptId: TranscriptId, coderId: CoderId): void {
  db.runOne('DELETE FROM coding_assignment WHERE transcript_id = ? AND coder_id = ?', transcriptId, coderId);
}

/** For who removes a transcript. */
export function forgetAssignmentsOf(db: WritableDb, transcriptId: TranscriptId): void {
  db.run('DELETE FROM coding_assignment WHERE transcript_id = ?', transcriptId);
}
