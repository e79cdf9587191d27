import type { CellId, CodingId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface SentenceRecord {
  readonly id: number;
  readonly sentence: string;
  readonly codingUid: string;
  /** Null when the fragment is not there any more, or hidden. */
  readonly codingId: CodingId | null;
  readonly isGone: 0 | 1;
}

export function sentencesOfCell(db: ReadableDb, cellId: CellId): SentenceRecord[] {
  return db.all<SentenceRecord>(
    `SELECT link.id, link.sentence, link.coding_uid AS codingUid, coding.id AS codingId,
            NOT EXISTS (SELECT 1 FROM main.coding WHERE uid = link.coding_uid) AS isGone
     FROM cell_sentence AS link LEFT JOIN coding ON coding.uid = link.coding_uid
     WHERE link.cell_id = ? ORDER BY link.id`,
    cellId,
  );
}

export function insertSentence(db: WritableDb, cellId: CellId, sentence: string, codingId: CodingId): void {
  db.run(
    `INSERT INTO cell_sentence (cell_id, sentence, coding_uid)
     SELECT ?, ?, uid FROM coding WHERE id = ? ON CONFLICT DO NOTHING`,
    cellId,
    sentence,
    codingId,
  );
}

export function deleteSentence(db: WritableDb, id: number): void {
  db.runOne('DELETE FROM cell_sentence WHERE id = ?', id);
}

/** Links of one sentence become those of another; a fragment that both have stays linked once. */
export function renameSentence(db: WritableDb, cellId: CellId, from: string, to: string): void {
  db.run(
    `DELETE FROM cell_sentence WHERE cell_id = ? AND sentence = ? AND coding_uid IN (
       SELECT coding_uid FROM cell_sentence WHERE cell_id = ? AND sentence = ?)`,
    cellId,
    from,
    cellId,
    to,
  );
  db.run('UPDATE cell_sentence SET sentence = ? WHERE cell_id = ? AND sentence = ?', to, cellId, from);
}
