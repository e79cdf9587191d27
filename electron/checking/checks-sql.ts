import type { CellId, CheckId, CoderId, MatrixId } from '#shared/ids.ts';
import type { Verdict } from '#shared/checking/cell-state.ts';
import type { CheckMode } from '#shared/checking/check-item.ts';
import type { Rating } from '#shared/matrices/cell-kinds.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface CheckRecord {
  readonly id: CheckId;
  readonly uid: string;
  readonly cellId: CellId;
  readonly checkerId: CoderId;
  readonly checker: string;
  readonly claimHash: string;
  readonly inputHash: string;
  readonly summary: string;
  readonly ownSummary: string;
  readonly ownRating: Rating | null;
  readonly verdict: Verdict | null;
  readonly note: string;
  readonly at: string;
  readonly answer: string;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly resolution: string;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
}

const CHECK = `SELECT look.id, look.uid, look.cell_id AS cellId, look.checker_id AS checkerId, checker.name AS checker,
    look.claim_hash AS claimHash, look.input_hash AS inputHash, look.summary, look.own_summary AS ownSummary,
    look.own_rating AS ownRating, look.verdict, look.note, look.at, look.answer, answerer.name AS answeredBy,
    look.answered_at AS answeredAt, look.resolution, resolver.name AS resolvedBy, look.resolved_at AS resolvedAt
  FROM cell_check AS look JOIN coder AS checker ON checker.id = look.checker_id
  LEFT JOIN coder AS answerer ON answerer.id = look.answered_by
  LEFT JOIN coder AS resolver ON resolver.id = look.resolved_by`;

export function checksOfMatrix(db: ReadableDb, matrixId: MatrixId): CheckRecord[] {
  return db.all<CheckRecord>(
    `${CHECK} JOIN matrix_cell AS cell ON cell.id = look.cell_id
     JOIN matrix_column AS col ON col.id = cell.column_id WHERE col.matrix_id = ? ORDER BY look.id`,
    matrixId,
  );
}

export function checksOfCells(db: ReadableDb, ids: readonly CellId[]): CheckRecord[] {
  return db.all<CheckRecord>(
    `${CHECK} WHERE look.cell_id IN (SELECT value FROM json_each(?)) ORDER BY look.id`,
    JSON.stringify(ids),
  );
}

export function findCheck(db: ReadableDb, id: CheckId): CheckRecord | undefined {
  return db.get<CheckRecord>(`${CHECK} WHERE look.id = ?`, id);
}

export function checkByUid(db: ReadableDb, uid: string): CheckRecord | undefined {
  return db.get<CheckRecord>(`${CHECK} WHERE look.uid = ?`, uid);
}

export interface NewCheck {
  readonly uid: string;
  readonly cellId: CellId;
  readonly checkerId: CoderId;
  readonly claimHash: string;
  readonly inputHash: string;
  readonly summary: string;
  readonly ownSummary: string;
  readonly ownRating: Rating | null;
  readonly verdict: Verdict | null;
  readonly note: string;
  readonly at: string;
}

export function insertCheck(db: WritableDb, check: NewCheck): CheckId {
  return db.insert<CheckId>(
    `INSERT INTO cell_check (uid, cell_id, checker_id, claim_hash, input_hash, summary, own_summary, own_rating,
       verdict, note, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    check.uid,
    check.cellId,
    check.checkerId,
    check.claimHash,
    check.inputHash,
    check.summary,
    check.ownSummary,
    check.ownRating,
    check.verdict,
    check.note,
    check.at,
  );
}

export function updateOwn(
  db: WritableDb,
  id: CheckId,
  ownSummary: string,
  ownRating: Rating | null,
  at: string,
): void {
  db.runOne(
    'UPDATE cell_check SET own_summary = ?, own_rating = ?, at = ? WHERE id = ?',
    ownSummary,
    ownRating,
    at,
    id,
  );
}

export function updateVerdict(db: WritableDb, id: CheckId, verdict: Verdict, note: string, at: string): void {
  db.runOne('UPDATE cell_check SET verdict = ?, note = ?, at = ? WHERE id = ?', verdict, note, at, id);
}

/** Which claim a look is about: an own view was about the evidence alone, until its checker saw a claim. */
export function updateClaimOf(
  db: WritableDb,
  id: CheckId,
  { claimHash, inputHash, summary }: Pick<CheckRecord, 'claimHash' | 'inputHash' | 'summary'>,
): void {
  db.runOne(
    'UPDATE cell_check SET claim_hash = ?, input_hash = ?, summary = ? WHERE id = ?',
    claimHash,
    inputHash,
    summary,
    id,
  );
}

export function updateAnswer(
  db: WritableDb,
  id: CheckId,
  answer: string,
  coderId: CoderId,
  at: string,
): void {
  db.runOne(
    'UPDATE cell_check SET answer = ?, answered_by = ?, answered_at = ? WHERE id = ?',
    answer,
    coderId,
    at,
    id,
  );
}

export function updateResolution(
  db: WritableDb,
  id: CheckId,
  resolution: string,
  coderId: CoderId | null,
  at: string | null,
): void {
  db.runOne(
    'UPDATE cell_check SET resolution = ?, resolved_by = ?, resolved_at = ? WHERE id = ?',
    resolution,
    coderId,
    at,
    id,
  );
}

export interface AssignmentRecord {
  readonly cellId: CellId;
  readonly checkerId: CoderId;
  readonly checker: string;
  readonly mode: CheckMode;
  readonly assignedBy: string;
  readonly at: string;
}

const ASSIGNMENT = `SELECT given.cell_id AS cellId, given.checker_id AS checkerId, checker.name AS checker, given.mode,
    giver.name AS assignedBy, given.at
  FROM check_assignment AS given JOIN coder AS checker ON checker.id = given.checker_id
  JOIN coder AS giver ON giver.id = given.assigned_by`;

export function assignmentsOfMatrix(db: ReadableDb, matrixId: MatrixId): AssignmentRecord[] {
  return db.all<AssignmentRecord>(
    `${ASSIGNMENT} JOIN matrix_cell AS cell ON cell.id = given.cell_id
     JOIN matrix_column AS col ON col.id = cell.column_id WHERE col.matrix_id = ? ORDER BY given.id`,
    matrixId,
  );
}

export function assignmentsOfCells(db: ReadableDb, ids: readonly CellId[]): AssignmentRecord[] {
  return db.all<AssignmentRecord>(
    `${ASSIGNMENT} WHERE given.cell_id IN (SELECT value FROM json_each(?)) ORDER BY given.id`,
    JSON.stringify(ids),
  );
}

export function upsertAssignment(
  db: WritableDb,
  cellId: CellId,
  checkerId: CoderId,
  mode: CheckMode,
  assignedBy: CoderId,
  at: string,
): void {
  db.run(
    `INSERT INTO check_assignment (cell_id, checker_id, mode, assigned_by, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (cell_id, checker_id) DO UPDATE SET mode = excluded.mode, assigned_by = excluded.assigned_by,
       at = excluded.at WHERE mode <> excluded.mode`,
    cellId,
    checkerId,
    mode,
    assignedBy,
    at,
  );
}

export function deleteAssignments(db: WritableDb, cellIds: readonly CellId[], checkerId: CoderId): void {
  db.run(
    'DELETE FROM check_assignment WHERE checker_id = ? AND cell_id IN (SELECT value FROM json_each(?))',
    checkerId,
    JSON.stringify(cellIds),
  );
}

export function coderName(db: ReadableDb, id: CoderId): string | undefined {
  return db.column<string>('SELECT name FROM coder WHERE id = ?', id)[0];
}

/** Matrices in which somebody is to check, or has checked. */
export function matricesWithChecks(db: ReadableDb): MatrixId[] {
  return db.column<MatrixId>(
    `SELECT id FROM matrix WHERE EXISTS (
       SELECT 1 FROM matrix_column AS col JOIN matrix_cell AS cell ON cell.column_id = col.id
       WHERE col.matrix_id = matrix.id
         AND (cell.id IN (SELECT cell_id FROM check_assignment) OR cell.id IN (SELECT cell_id FROM cell_check)))
     ORDER BY position, id`,
  );
}
