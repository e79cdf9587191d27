import type { CellId, ColumnId } from '#shared/ids.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

const CELL_OF_PART = {
  cell_evidence: 'SELECT cell_id FROM cell_evidence WHERE id = ?',
  cell_basis: 'SELECT cell_id FROM cell_basis WHERE id = ?',
  cell_confirmation: 'SELECT cell_id FROM cell_confirmation WHERE id = ?',
  cell_sentence: 'SELECT cell_id FROM cell_sentence WHERE id = ?',
  cell_sentence_source: 'SELECT cell_id FROM cell_sentence_source WHERE id = ?',
  cell_check: 'SELECT cell_id FROM cell_check WHERE id = ?',
  check_assignment: 'SELECT cell_id FROM check_assignment WHERE id = ?',
} as const;

/** A table each of whose rows belongs to one cell of a matrix. */
export type PartOfCell = keyof typeof CELL_OF_PART;

export function isPartOfCell(table: string): table is PartOfCell {
  return table in CELL_OF_PART;
}

export function cellOfPart(db: ReadableDb, table: PartOfCell, id: number): CellId | undefined {
  return db.column<CellId>(CELL_OF_PART[table], id)[0];
}

export function placeOfCell(
  db: ReadableDb,
  id: CellId,
): { readonly columnId: ColumnId; readonly rowKey: RowKey } | undefined {
  return db.get('SELECT column_id AS columnId, row_key AS rowKey FROM matrix_cell WHERE id = ?', id);
}
