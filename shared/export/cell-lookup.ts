import type { ColumnId } from '../ids.ts';
import type { RowKey } from '../matrices/row-keys.ts';

/** One string for a place in the matrix, to find things by. */
export type CellKey = `${ColumnId}/${RowKey}`;

export function cellKey(rowKey: RowKey, columnId: ColumnId): CellKey {
  return `${columnId}/${rowKey}`;
}

/** Cells by their place. */
export function byCell<Cell extends { readonly rowKey: RowKey; readonly columnId: ColumnId }>(
  cells: readonly Cell[],
): ReadonlyMap<CellKey, Cell> {
  return new Map(cells.map((cell) => [cellKey(cell.rowKey, cell.columnId), cell]));
}
