import type { GuidePartId, GuideQuestionId, TranscriptId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export function listParts(db: ReadableDb): { readonly id: GuidePartId; readonly title: string }[] {
  return db.all('SELECT id, title FROM guide_part ORDER BY position, id');
}

export interface QuestionRow {
  readonly id: GuideQuestionId;
  readonly partId: GuidePartId;
  readonly text: string;
}

export function listQuestions(db: ReadableDb): QuestionRow[] {
  return db.all('SELECT id, part_id AS partId, text FROM guide_question ORDER BY position, id');
}

export function insertPart(db: WritableDb, uid: string, title: string, position: number): GuidePartId {
  return db.insert<GuidePartId>(
    'INSERT INTO guide_part (uid, title, position) VALUES (?, ?, ?)',
    uid,
    title,
    position,
  );
}

export function insertQuestion(
  db: WritableDb,
  question: {
    readonly uid: string;
    readonly partId: GuidePartId;
    readonly text: string;
    readonly position: number;
  },
): GuideQuestionId {
  const { uid, partId, text, position } = question;
  return db.insert<GuideQuestionId>(
    'INSERT INTO guide_question (uid, part_id, text, position) VALUES (?, ?, ?, ?)',
    uid,
    partId,
    text,
    position,
  );
}

export function placeQuestion(
  db: WritableDb,
  id: GuideQuestionId,
  partId: GuidePartId,
  position: number,
): void {
  db.runOne('UPDATE guide_question SET part_id = ?, position = ? WHERE id = ?', partId, position, id);
}

export function deleteQuestion(db: WritableDb, id: GuideQuestionId): void {
  db.runOne('DELETE FROM guide_question WHERE id = ?', id);
}

export function deletePart(db: WritableDb, id: GuidePartId): void {
  db.runOne('DELETE FROM guide_part WHERE id = ?', id);
}

export function allTranscripts(db: ReadableDb): TranscriptId[] {
  return db.column('SELECT id FROM transcript ORDER BY position, id');
}
