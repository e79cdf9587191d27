import type { CodeId, ColumnId, MatrixId } from '#shared/ids.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import type { CodePlace } from '#shared/matrices/column-codes.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface ColumnRecord extends Omit<MatrixColumn, 'codeIds'> {
  readonly matrixId: MatrixId;
  readonly position: number;
}

const COLUMN = `id, matrix_id AS matrixId, title, decision_rule AS decisionRule, width, position`;

export function columnsOfMatrix(db: ReadableDb, matrixId: MatrixId): ColumnRecord[] {
  return db.all<ColumnRecord>(
    `SELECT ${COLUMN} FROM matrix_column WHERE matrix_id = ? ORDER BY position, id`,
    matrixId,
  );
}

export function findColumn(db: ReadableDb, id: ColumnId): ColumnRecord | undefined {
  return db.get<ColumnRecord>(`SELECT ${COLUMN} FROM matrix_column WHERE id = ?`, id);
}

export function codesOfMatrix(
  db: ReadableDb,
  matrixId: MatrixId,
): { readonly columnId: ColumnId; readonly codeId: CodeId }[] {
  return db.all(
    `SELECT chosen.column_id AS columnId, chosen.code_id AS codeId
     FROM matrix_column AS col JOIN matrix_column_code AS chosen ON chosen.column_id = col.id
     WHERE col.matrix_id = ? ORDER BY chosen.position, chosen.id`,
    matrixId,
  );
}

export function codesOfColumn(db: ReadableDb, columnId: ColumnId): CodeId[] {
  return db.column<CodeId>(
    'SELECT code_id FROM matrix_column_code WHERE column_id = ? ORDER BY position, id',
    columnId,
  );
}

export function listCodePlaces(db: ReadableDb): CodePlace[] {
  return db.all<CodePlace>('SELECT id, parent_id AS parentId FROM code');
}

export function nameOfCode(db: ReadableDb, id: CodeId): string | undefined {
  return db.column<string>('SELECT name FROM code WHERE id = ?', id)[0];
}

export function insertColumn(
  db: WritableDb,
  uid: string,
  matrixId: MatrixId,
  title: string,
  decisionRule: string,
  position: number,
): ColumnId {
  return db.insert<ColumnId>(
    'INSERT INTO matrix_column (uid, matrix_id, title, decision_rule, position) VALUES (?, ?, ?, ?, ?)',
    uid,
    matrixId,
    title,
    decisionRule,
    position,
  );
}

export function updateColumn(
  db: WritableDb,
  id: ColumnId,
  column: Pick<ColumnRecord, 'title' | 'decisionRule' | 'width'>,
): void {
  db.runOne(
    'UPDATE matrix_column SET title = ?, decision_rule = ?, width = ? WHERE id = ?',
    column.title,
    column.decisionRule,
    column.width,
    id,
  );
}

export function placeColumn(db: WritableDb, id: ColumnId, position: number): void {
  db.runOne('UPDATE matrix_column SET position = ? WHERE id = ?', position, id);
}

export function deleteColumn(db: WritableDb, id: ColumnId): void {
  db.runOne('DELETE FROM matrix_column WHERE id = ?', id);
}

export function insertColumnCode(db: WritableDb, columnId: ColumnId, codeId: CodeId, position: number): void {
  db.runOne(
    'INSERT INTO matrix_column_code (column_id, code_id, position) VALUES (?, ?, ?)',
    columnId,
    codeId,
    position,
  );
}

export function deleteCodesOfColumn(db: WritableDb, columnId: ColumnId): void {
  db.run('DELETE FROM matrix_column_code WHERE column_id = ?', columnId);
}

/** For who removes codes: no column asks for them any more. A column that is left without any stays, with its summaries. */
export function forgetCodes(db: WritableDb, codeIds: readonly CodeId[]): void {
  db.run(
    'DELETE FROM matrix_column_code WHERE code_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(codeIds),
  );
}

/** For who merges codes: columns that asked for the one ask for the other; those that asked for both keep one. */
export function replaceCodeInColumns(db: WritableDb, from: CodeId, into: CodeId): void {
  db.run(
    `DELETE FROM matrix_column_code WHERE code_id = ?
       AND column_id IN (SELECT column_id FROM matrix_column_code WHERE code_id = ?)`,
    from,
    into,
  );
  db.run('UPDATE matrix_column_code SET code_id = ? WHERE code_id = ?', into, from);
}
