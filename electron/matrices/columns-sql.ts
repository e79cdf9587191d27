import type { TraitId, CodeId, ColumnId, MatrixId } from '#shared/ids.ts';
import type { ColumnSource, MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import type { CodePlace } from '#shared/matrices/column-codes.ts';
import { partsOfTrait } from '#shared/matrices/traits.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import { forgetRowCodes, replaceRowCode } from './rows-sql.ts';

export interface ColumnRecord extends Omit<MatrixColumn, 'codeIds' | 'sources'> {
  readonly uid: string;
  readonly matrixId: MatrixId;
  readonly position: number;
}

const COLUMN = `id, uid, matrix_id AS matrixId, kind, title, decision_rule AS decisionRule, width, position,
  coalesce(attribute_id, -typology_id) AS attributeId, case_value AS caseValue, pole_low AS poleLow, pole_high AS poleHigh`;

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

/** For every column of the matrix that is drawn from others: these, in the order in which they were chosen. */
export function sourcesOfMatrix(
  db: ReadableDb,
  matrixId: MatrixId,
): (ColumnSource & { readonly ofColumn: ColumnId })[] {
  return db.all(
    `SELECT drawn.column_id AS ofColumn, source.id AS columnId, source.title, matrix.id AS matrixId,
            matrix.name AS matrixName
     FROM matrix_column AS col
     JOIN matrix_column_source AS drawn ON drawn.column_id = col.id
     JOIN matrix_column AS source ON source.id = drawn.source_id
     JOIN matrix ON matrix.id = source.matrix_id
     WHERE col.matrix_id = ? ORDER BY drawn.column_id, drawn.position, drawn.id`,
    matrixId,
  );
}

/** Which matrix draws from which. */
export function listDrawings(db: ReadableDb): { readonly matrixId: MatrixId; readonly sourceId: MatrixId }[] {
  return db.all(
    `SELECT DISTINCT col.matrix_id AS matrixId, source.matrix_id AS sourceId
     FROM matrix_column_source AS drawn
     JOIN matrix_column AS col ON col.id = drawn.column_id
     JOIN matrix_column AS source ON source.id = drawn.source_id`,
  );
}

/** The matrices that draw from one of these columns. */
export function matricesDrawnFrom(db: ReadableDb, ids: readonly ColumnId[]): string[] {
  return db.column<string>(
    `SELECT DISTINCT matrix.name
     FROM matrix_column_source AS drawn
     JOIN matrix_column AS col ON col.id = drawn.column_id
     JOIN matrix ON matrix.id = col.matrix_id
     WHERE drawn.source_id IN (SELECT value FROM json_each(?)) ORDER BY matrix.name`,
    JSON.stringify(ids),
  );
}

export function listCodePlaces(db: ReadableDb): CodePlace[] {
  return db.all<CodePlace>('SELECT id, parent_id AS parentId FROM code');
}

export function nameOfCode(db: ReadableDb, id: CodeId): string | undefined {
  return db.column<string>('SELECT name FROM code WHERE id = ?', id)[0];
}

export interface NewColumnRow {
  readonly matrixId: MatrixId;
  readonly kind: MatrixColumn['kind'];
  readonly title: string;
  readonly decisionRule: string;
  readonly position: number;
  readonly attributeId: TraitId | null;
  readonly caseValue: string | null;
  readonly poleLow: string;
  readonly poleHigh: string;
}

export function insertColumn(db: WritableDb, uid: string, column: NewColumnRow): ColumnId {
  const { attributeId, typologyId } = partsOfTrait(column.attributeId);
  return db.insert<ColumnId>(
    `INSERT INTO matrix_column (uid, matrix_id, kind, title, decision_rule, position, attribute_id, typology_id, case_value,
                                pole_low, pole_high)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    column.matrixId,
    column.kind,
    column.title,
    column.decisionRule,
    column.position,
    attributeId,
    typologyId,
    column.caseValue,
    column.poleLow,
    column.poleHigh,
  );
}

export function insertColumnSource(
  db: WritableDb,
  columnId: ColumnId,
  sourceId: ColumnId,
  position: number,
): void {
  db.runOne(
    'INSERT INTO matrix_column_source (column_id, source_id, position) VALUES (?, ?, ?)',
    columnId,
    sourceId,
    position,
  );
}

/** A column that goes: it draws from nothing any more, and nothing from it. */
export function deleteSourcesOfColumn(db: WritableDb, columnId: ColumnId): void {
  db.run('DELETE FROM matrix_column_source WHERE column_id = ? OR source_id = ?', columnId, columnId);
}

export function updateColumn(
  db: WritableDb,
  id: ColumnId,
  column: Pick<ColumnRecord, 'title' | 'decisionRule' | 'width' | 'poleLow' | 'poleHigh'>,
): void {
  db.runOne(
    `UPDATE matrix_column SET title = ?, decision_rule = ?, width = ?, pole_low = ?, pole_high = ?
     WHERE id = ?`,
    column.title,
    column.decisionRule,
    column.width,
    column.poleLow,
    column.poleHigh,
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

/**
 * For who removes codes: no column asks for them any more, and no row is one of them. A column that is left without any
 * stays, with its summaries, and so do the cells of such a row.
 */
export function forgetCodes(db: WritableDb, codeIds: readonly CodeId[]): void {
  forgetRowCodes(db, codeIds);
  db.run(
    'DELETE FROM matrix_column_code WHERE code_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(codeIds),
  );
}

/**
 * For who merges codes: columns that asked for the one ask for the other; those that asked for both keep one. A row that
 * was the one becomes the other; what was written in it stays, under the name that it had.
 */
export function replaceCodeInColumns(db: WritableDb, from: CodeId, into: CodeId): void {
  replaceRowCode(db, from, into);
  db.run(
    `DELETE FROM matrix_column_code WHERE code_id = ?
       AND column_id IN (SELECT column_id FROM matrix_column_code WHERE code_id = ?)`,
    from,
    into,
  );
  db.run('UPDATE matrix_column_code SET code_id = ? WHERE code_id = ?', into, from);
}
