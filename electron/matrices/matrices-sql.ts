import type { AttributeId, ColumnId, LayerId, MatrixId } from '#shared/ids.ts';
import type { MatrixListItem, MatrixRow } from '#shared/matrices/matrices-contract.ts';
import type { Attribute } from '#shared/participants/participants-contract.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface MatrixRecord {
  readonly id: MatrixId;
  readonly name: string;
  readonly decisionRules: string;
  readonly layerId: LayerId | null;
  readonly sortAttributeId: AttributeId | null;
  readonly sortColumnId: ColumnId | null;
  readonly sortDescending: number;
  readonly groupAttributeId: AttributeId | null;
}

export type StoredView = Omit<MatrixRecord, 'id' | 'name' | 'decisionRules'>;

export function listMatrices(db: ReadableDb): MatrixListItem[] {
  return db.all<MatrixListItem>(
    `SELECT matrix.id, matrix.name,
            (SELECT count(*) FROM matrix_column WHERE matrix_id = matrix.id) AS columns,
            (SELECT count(*) FROM matrix_cell AS cell JOIN matrix_column AS col ON col.id = cell.column_id
             WHERE col.matrix_id = matrix.id AND cell.summary <> '') AS summaries
     FROM matrix ORDER BY matrix.position, matrix.id`,
  );
}

export function findMatrix(db: ReadableDb, id: MatrixId): MatrixRecord | undefined {
  return db.get<MatrixRecord>(
    `SELECT id, name, decision_rules AS decisionRules, layer_id AS layerId,
            sort_attribute_id AS sortAttributeId, sort_column_id AS sortColumnId,
            sort_descending AS sortDescending, group_attribute_id AS groupAttributeId
     FROM matrix WHERE id = ?`,
    id,
  );
}

export function matrixNamed(db: ReadableDb, name: string): MatrixId | undefined {
  return db.column<MatrixId>('SELECT id FROM matrix WHERE name = ?', name)[0];
}

export function insertMatrix(
  db: WritableDb,
  uid: string,
  name: string,
  layerId: LayerId | null,
  at: string,
): MatrixId {
  return db.insert<MatrixId>(
    `INSERT INTO matrix (uid, name, layer_id, created_at, position)
     VALUES (?, ?, ?, ?, (SELECT coalesce(max(position), -1) + 1 FROM matrix))`,
    uid,
    name,
    layerId,
    at,
  );
}

export function updateMatrix(db: WritableDb, id: MatrixId, name: string, decisionRules: string): void {
  db.runOne('UPDATE matrix SET name = ?, decision_rules = ? WHERE id = ?', name, decisionRules, id);
}

export function updateView(db: WritableDb, id: MatrixId, view: StoredView): void {
  db.runOne(
    `UPDATE matrix SET layer_id = ?, sort_attribute_id = ?, sort_column_id = ?, sort_descending = ?,
                       group_attribute_id = ? WHERE id = ?`,
    view.layerId,
    view.sortAttributeId,
    view.sortColumnId,
    view.sortDescending,
    view.groupAttributeId,
    id,
  );
}

export function deleteMatrix(db: WritableDb, id: MatrixId): void {
  db.runOne('DELETE FROM matrix WHERE id = ?', id);
}

/** Matrices that are ordered by an attribute go back to the order of cases. For who removes an attribute. */
export function forgetAttribute(db: WritableDb, id: AttributeId): void {
  db.run('UPDATE matrix SET sort_attribute_id = NULL, sort_descending = 0 WHERE sort_attribute_id = ?', id);
  db.run('UPDATE matrix SET group_attribute_id = NULL WHERE group_attribute_id = ?', id);
}

export function forgetSortColumn(db: WritableDb, id: ColumnId): void {
  db.run('UPDATE matrix SET sort_column_id = NULL, sort_descending = 0 WHERE sort_column_id = ?', id);
}

export function layerExists(db: ReadableDb, id: LayerId): boolean {
  return db.get('SELECT id FROM layer WHERE id = ?', id) !== undefined;
}

export function listAttributes(db: ReadableDb): Attribute[] {
  return db.all<Attribute>('SELECT id, name, type FROM attribute ORDER BY position, id');
}

export function listCases(db: ReadableDb): Omit<MatrixRow, 'values'>[] {
  return db.all<Omit<MatrixRow, 'values'>>(
    'SELECT id AS participantId, code FROM participant ORDER BY position, id',
  );
}

export function listValues(db: ReadableDb): [participantId: number, attributeId: number, value: string][] {
  return db.rawRows('SELECT participant_id, attribute_id, value FROM attribute_value');
}

/** For who removes a layer: matrices that counted it alone count all of them. */
export function forgetLayer(db: WritableDb, layerId: LayerId): void {
  db.run('UPDATE matrix SET layer_id = NULL WHERE layer_id = ?', layerId);
}
