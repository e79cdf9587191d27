import type { TraitId, ColumnId, LayerId, MatrixId } from '#shared/ids.ts';
import type { MatrixListItem } from '#shared/matrices/matrices-contract.ts';
import type { RowKind } from '#shared/matrices/row-keys.ts';
import { partsOfTrait } from '#shared/matrices/traits.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface MatrixRecord {
  readonly id: MatrixId;
  readonly uid: string;
  readonly name: string;
  readonly decisionRules: string;
  readonly display: string;
  readonly rowKind: RowKind;
  readonly rowAttributeId: TraitId | null;
  readonly layerId: LayerId | null;
  readonly sortAttributeId: TraitId | null;
  readonly sortColumnId: ColumnId | null;
  readonly sortDescending: number;
  readonly groupAttributeId: TraitId | null;
  /** JSON; read by `filtersOf`. */
  readonly filter: string;
  /** Words with spaces between; read by `shownOf`. */
  readonly shows: string;
}

export type StoredView = Pick<
  MatrixRecord,
  'layerId' | 'sortAttributeId' | 'sortColumnId' | 'sortDescending' | 'groupAttributeId' | 'filter' | 'shows'
>;

export function listMatrices(db: ReadableDb): MatrixListItem[] {
  return db.all<MatrixListItem>(
    `SELECT matrix.id, matrix.name, matrix.row_kind AS rowKind,
            (SELECT count(*) FROM matrix_column WHERE matrix_id = matrix.id) AS columns,
            (SELECT count(*) FROM matrix_cell AS cell JOIN matrix_column AS col ON col.id = cell.column_id
             WHERE col.matrix_id = matrix.id AND cell.summary <> '') AS summaries
     FROM matrix ORDER BY matrix.position, matrix.id`,
  );
}

export function findMatrix(db: ReadableDb, id: MatrixId): MatrixRecord | undefined {
  return db.get<MatrixRecord>(
    `SELECT id, uid, name, decision_rules AS decisionRules, display, row_kind AS rowKind,
            coalesce(row_attribute_id, -row_typology_id) AS rowAttributeId, layer_id AS layerId,
            coalesce(sort_attribute_id, -sort_typology_id) AS sortAttributeId,
            sort_column_id AS sortColumnId, sort_descending AS sortDescending,
            coalesce(group_attribute_id, -group_typology_id) AS groupAttributeId, filter, shows
     FROM matrix WHERE id = ?`,
    id,
  );
}

export function matrixNamed(db: ReadableDb, name: string): MatrixId | undefined {
  return db.column<MatrixId>('SELECT id FROM matrix WHERE name = ?', name)[0];
}

export interface NewMatrixRow {
  readonly name: string;
  readonly decisionRules: string;
  readonly display: string;
  readonly rowKind: RowKind;
  readonly rowAttributeId: TraitId | null;
  readonly layerId: LayerId | null;
  readonly groupAttributeId: TraitId | null;
}

export function insertMatrix(db: WritableDb, uid: string, matrix: NewMatrixRow, at: string): MatrixId {
  const [rows, groups] = [partsOfTrait(matrix.rowAttributeId), partsOfTrait(matrix.groupAttributeId)];
  return db.insert<MatrixId>(
    `INSERT INTO matrix (uid, name, decision_rules, display, row_kind, row_attribute_id, row_typology_id, layer_id,
                         group_attribute_id, group_typology_id, created_at, position)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), -1) + 1 FROM matrix))`,
    uid,
    matrix.name,
    matrix.decisionRules,
    matrix.display,
    matrix.rowKind,
    rows.attributeId,
    rows.typologyId,
    matrix.layerId,
    groups.attributeId,
    groups.typologyId,
    at,
  );
}

export function updateMatrix(db: WritableDb, id: MatrixId, name: string, decisionRules: string): void {
  db.runOne('UPDATE matrix SET name = ?, decision_rules = ? WHERE id = ?', name, decisionRules, id);
}

export function updateView(db: WritableDb, id: MatrixId, view: StoredView): void {
  const [sort, groups] = [partsOfTrait(view.sortAttributeId), partsOfTrait(view.groupAttributeId)];
  db.runOne(
    `UPDATE matrix SET layer_id = ?, sort_attribute_id = ?, sort_typology_id = ?, sort_column_id = ?,
                       sort_descending = ?, group_attribute_id = ?, group_typology_id = ?, filter = ?, shows = ? WHERE id = ?`,
    view.layerId,
    sort.attributeId,
    sort.typologyId,
    view.sortColumnId,
    view.sortDescending,
    groups.attributeId,
    groups.typologyId,
    view.filter,
    view.shows,
    id,
  );
}

export function updateOrder(
  db: WritableDb,
  id: MatrixId,
  traitId: TraitId | null,
  columnId: ColumnId | null,
  descending: boolean,
): void {
  const sort = partsOfTrait(traitId);
  db.runOne(
    `UPDATE matrix SET sort_attribute_id = ?, sort_typology_id = ?, sort_column_id = ?, sort_descending = ?
     WHERE id = ?`,
    sort.attributeId,
    sort.typologyId,
    columnId,
    descending ? 1 : 0,
    id,
  );
}

export function updateShown(db: WritableDb, id: MatrixId, shows: string): void {
  db.runOne('UPDATE matrix SET shows = ? WHERE id = ?', shows, id);
}

export function deleteMatrix(db: WritableDb, id: MatrixId): void {
  db.run('DELETE FROM matrix_row_code WHERE matrix_id = ?', id);
  db.run('DELETE FROM reduction_step WHERE matrix_id = ?', id);
  db.runOne('DELETE FROM matrix WHERE id = ?', id);
}

export function forgetSortColumn(db: WritableDb, id: ColumnId): void {
  db.run('UPDATE matrix SET sort_column_id = NULL, sort_descending = 0 WHERE sort_column_id = ?', id);
}

export function layerExists(db: ReadableDb, id: LayerId): boolean {
  return db.get('SELECT id FROM layer WHERE id = ?', id) !== undefined;
}

/** For who removes a layer: matrices that counted it alone count all of them. */
export function forgetLayer(db: WritableDb, layerId: LayerId): void {
  db.run('UPDATE matrix SET layer_id = NULL WHERE layer_id = ?', layerId);
}
