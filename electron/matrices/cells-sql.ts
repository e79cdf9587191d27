import type {
  CellId,
  CodeId,
  CoderId,
  ColumnId,
  LayerId,
  MatrixId,
  ParticipantId,
  VersionId,
} from '#shared/ids.ts';
import type { Tally } from '#shared/matrices/cell-counts.ts';
import type { WrittenCell } from '#shared/matrices/sparse-cells.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

/** Only the newest version of a transcript counts: older ones are its history. */
export function versionsOfCases(
  db: ReadableDb,
): { readonly versionId: VersionId; readonly participantId: ParticipantId }[] {
  return db.all(
    `SELECT version.id AS versionId, transcript.participant_id AS participantId
     FROM transcript JOIN transcript_version AS version ON version.transcript_id = transcript.id
     WHERE transcript.participant_id IS NOT NULL
       AND version.number = (SELECT max(number) FROM transcript_version WHERE transcript_id = transcript.id)`,
  );
}

/**
 * Answered from the index coding_by_code alone, for a whole matrix at once. The plus before layer_id keeps SQLite from
 * the index of layers, which would read every row of the table.
 */
export function tallyCodings(db: ReadableDb, codeIds: readonly CodeId[], layerId: LayerId | null): Tally[] {
  const ids = JSON.stringify(codeIds);
  return layerId === null
    ? db.rawRows<[CodeId, VersionId, number]>(
        `SELECT code_id, version_id, count(*) FROM coding
         WHERE code_id IN (SELECT value FROM json_each(?)) GROUP BY code_id, version_id`,
        ids,
      )
    : db.rawRows<[CodeId, VersionId, number]>(
        `SELECT code_id, version_id, count(*) FROM coding
         WHERE code_id IN (SELECT value FROM json_each(?)) AND +layer_id = ? GROUP BY code_id, version_id`,
        ids,
        layerId,
      );
}

/** Cells that somebody filled; one whose evidence was removed with its codings and that has no summary is left out. */
export function writtenCells(db: ReadableDb, matrixId: MatrixId): WrittenCell[] {
  return db.all<WrittenCell>(
    `SELECT cell.column_id AS columnId, cell.participant_id AS participantId, cell.summary,
            (SELECT count(*) FROM cell_evidence WHERE cell_id = cell.id) AS evidence
     FROM matrix_column AS col JOIN matrix_cell AS cell ON cell.column_id = col.id
     WHERE col.matrix_id = ? AND (summary <> '' OR evidence > 0) ORDER BY cell.id`,
    matrixId,
  );
}

export interface CellRecord {
  readonly id: CellId;
  readonly summary: string;
  readonly authorName: string | null;
  readonly updatedAt: string;
}

export function findCell(
  db: ReadableDb,
  columnId: ColumnId,
  participantId: ParticipantId,
): CellRecord | undefined {
  return db.get<CellRecord>(
    `SELECT cell.id, cell.summary, coder.name AS authorName, cell.updated_at AS updatedAt
     FROM matrix_cell AS cell LEFT JOIN coder ON coder.id = cell.author_id
     WHERE cell.column_id = ? AND cell.participant_id = ?`,
    columnId,
    participantId,
  );
}

export function caseCode(db: ReadableDb, id: ParticipantId): string | undefined {
  return db.column<string>('SELECT code FROM participant WHERE id = ?', id)[0];
}

export function insertCell(
  db: WritableDb,
  uid: string,
  columnId: ColumnId,
  participantId: ParticipantId,
  summary: string,
  authorId: CoderId | null,
  at: string,
): CellId {
  return db.insert<CellId>(
    `INSERT INTO matrix_cell (uid, column_id, participant_id, summary, author_id, updated_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    uid,
    columnId,
    participantId,
    summary,
    authorId,
    at,
  );
}

export function updateSummary(
  db: WritableDb,
  id: CellId,
  summary: string,
  authorId: CoderId,
  at: string,
): void {
  db.runOne(
    'UPDATE matrix_cell SET summary = ?, author_id = ?, updated_at = ? WHERE id = ?',
    summary,
    authorId,
    at,
    id,
  );
}

/** A cell without summary and evidence claims nothing: it goes, unless there are memos on it. */
export function deleteCellIfEmpty(db: WritableDb, id: CellId): void {
  db.run(
    `DELETE FROM matrix_cell WHERE id = ? AND summary = ''
       AND NOT EXISTS (SELECT 1 FROM cell_evidence WHERE cell_id = matrix_cell.id)
       AND NOT EXISTS (SELECT 1 FROM memo WHERE cell_id = matrix_cell.id)`,
    id,
  );
}

export function countSummaries(db: ReadableDb, columnId: ColumnId): number {
  return (
    db.column<number>(
      `SELECT count(*) FROM matrix_cell WHERE column_id = ? AND summary <> ''`,
      columnId,
    )[0] ?? 0
  );
}

export function deleteCellsOfColumn(db: WritableDb, columnId: ColumnId): void {
  db.run(
    'DELETE FROM cell_evidence WHERE cell_id IN (SELECT id FROM matrix_cell WHERE column_id = ?)',
    columnId,
  );
  db.run('DELETE FROM matrix_cell WHERE column_id = ?', columnId);
}

/** For who removes a participant: the cells of the case go, with their evidence. */
export function deleteCellsOfCase(db: WritableDb, participantId: ParticipantId): void {
  db.run(
    'DELETE FROM cell_evidence WHERE cell_id IN (SELECT id FROM matrix_cell WHERE participant_id = ?)',
    participantId,
  );
  db.run('DELETE FROM matrix_cell WHERE participant_id = ?', participantId);
}
