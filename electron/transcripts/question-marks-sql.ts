import type { GuideQuestionId, VersionId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export function deleteMarksOfQuestion(db: WritableDb, id: GuideQuestionId): void {
  db.run('DELETE FROM section WHERE guide_question_id = ?', id);
}

export function deleteQuestionMarks(db: WritableDb, versionId: VersionId): void {
  db.run(`DELETE FROM section WHERE version_id = ? AND kind = 'question'`, versionId);
}

export function insertQuestionMark(
  db: WritableDb,
  mark: {
    readonly versionId: VersionId;
    readonly number: number;
    readonly questionId: GuideQuestionId;
    readonly title: string;
    readonly start: number;
    readonly end: number;
  },
): void {
  const { versionId, number, questionId, title, start, end } = mark;
  db.runOne(
    `INSERT INTO section (version_id, number, title, heading_start, start, "end", kind, guide_question_id)
     VALUES (?, ?, ?, ?, ?, ?, 'question', ?)`,
    versionId,
    number,
    title,
    start,
    start,
    end,
    questionId,
  );
}

export interface MarkedQuestion {
  readonly questionId: GuideQuestionId;
  readonly start: number;
}

export function listQuestionMarks(db: ReadableDb, versionId: VersionId): MarkedQuestion[] {
  return db.all(
    `SELECT guide_question_id AS questionId, start FROM section
     WHERE version_id = ? AND kind = 'question' AND guide_question_id IS NOT NULL ORDER BY start`,
    versionId,
  );
}
