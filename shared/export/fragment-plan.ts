import type { ColumnId } from '../ids.ts';
import type { Matrix } from '../matrices/matrices-contract.ts';
import type { RowKey } from '../matrices/row-keys.ts';
import { byCell, cellKey, type CellKey } from './cell-lookup.ts';
import { FIRST_ROW, type CellLink } from './sheet.ts';

/** A spreadsheet ends at row 1,048,576; further fragments go on on a sheet of their own. */
export const MOST_ROWS = 1_000_000;

export interface PlannedCell {
  readonly rowKey: RowKey;
  readonly columnId: ColumnId;
  readonly fragments: number;
}

/** Where the fragments of every cell will stand, known before the first of them is read. */
export interface FragmentPlan {
  /** Cells with fragments, in the order in which they are listed: row by row, column by column. */
  readonly cells: readonly PlannedCell[];
  readonly total: number;
  readonly sheets: readonly { readonly name: string; readonly rowCount: number }[];
  /** The row of the first fragment of a cell; undefined when it has none. */
  firstOf(rowKey: RowKey, columnId: ColumnId): CellLink | undefined;
}

/** `extras` are fragments that a cell's summary rests on although the matrix does not count them. */
export function planFragments(
  matrix: Pick<Matrix, 'rows' | 'columns' | 'cells'>,
  extras: ReadonlyMap<CellKey, number>,
  mostRows = MOST_ROWS,
): FragmentPlan {
  const counted = byCell(matrix.cells);
  const firstIndex = new Map<CellKey, number>();
  const cells: PlannedCell[] = [];
  let total = 0;
  for (const { key: rowKey } of matrix.rows) {
    for (const { id: columnId } of matrix.columns) {
      const key = cellKey(rowKey, columnId);
      const fragments = (counted.get(key)?.count ?? 0) + (extras.get(key) ?? 0);
      if (fragments === 0) continue;
      cells.push({ rowKey, columnId, fragments });
      firstIndex.set(key, total);
      total += fragments;
    }
  }
  return {
    cells,
    total,
    sheets: fragmentSheets(total, mostRows),
    firstOf(rowKey, columnId) {
      const index = firstIndex.get(cellKey(rowKey, columnId));
      if (index === undefined) return undefined;
      return {
        sheet: fragmentSheetName(Math.floor(index / mostRows)),
        row: (index % mostRows) + FIRST_ROW,
        column: 1,
      };
    },
  };
}

function fragmentSheets(total: number, mostRows: number): { name: string; rowCount: number }[] {
  const sheets = Math.max(1, Math.ceil(total / mostRows));
  return Array.from({ length: sheets }, (_, index) => ({
    name: fragmentSheetName(index),
    rowCount: Math.min(mostRows, total - index * mostRows),
  }));
}

function fragmentSheetName(index: number): string {
  return index === 0 ? 'Fragments' : `Fragments ${index + 1}`;
}
