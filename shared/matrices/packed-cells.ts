import type { ColumnId } from '../ids.ts';
import type { CellSymbol, Rating } from './cell-kinds.ts';
import type { MatrixCell } from './matrices-contract.ts';
import type { RowKey } from './row-keys.ts';

/**
 * The cells of a matrix without their many repetitions, for the way from the core to the screen: a large matrix is a tenth
 * of its size when nobody wrote in it. Rows are named by their place in `rowKeys`.
 */
export interface PackedCells {
  readonly rowKeys: readonly RowKey[];
  readonly columns: readonly PackedColumn[];
}

interface PackedColumn {
  readonly columnId: ColumnId;
  /** Three numbers for each cell: row, codings, cases. */
  readonly counts: readonly number[];
  /** Of the cells that hold more than counts. */
  readonly filled: readonly FilledCell[];
}

type FilledCell = readonly [
  row: number,
  summary: string,
  rating: Rating | null,
  symbol: CellSymbol | null,
  evidence: number,
  derived: string,
];

export function packCells(cells: readonly MatrixCell[]): PackedCells {
  const rowKeys = [...new Set(cells.map(({ rowKey }) => rowKey))];
  const places = new Map(rowKeys.map((key, index) => [key, index]));
  const columns = new Map<ColumnId, { counts: number[]; filled: FilledCell[] }>();
  for (const { columnId, rowKey, count, cases, summary, rating, symbol, evidence, derived } of cells) {
    let column = columns.get(columnId);
    if (column === undefined) {
      column = { counts: [], filled: [] };
      columns.set(columnId, column);
    }
    const row = places.get(rowKey) ?? 0;
    column.counts.push(row, count, cases);
    if (summary !== '' || rating !== null || symbol !== null || evidence > 0 || derived !== '')
      column.filled.push([row, summary, rating, symbol, evidence, derived]);
  }
  return { rowKeys, columns: [...columns].map(([columnId, column]) => ({ columnId, ...column })) };
}

export function unpackCells({ rowKeys, columns }: PackedCells): MatrixCell[] {
  return columns.flatMap(({ columnId, counts, filled }) => {
    const more = new Map(filled.map((cell) => [cell[0], cell]));
    const cells: MatrixCell[] = [];
    for (let at = 0; at < counts.length; at += 3) {
      const row = counts[at] ?? 0;
      const rowKey = rowKeys[row];
      if (rowKey === undefined) continue;
      const [, summary = '', rating = null, symbol = null, evidence = 0, derived = ''] = more.get(row) ?? [];
      cells.push({
        columnId,
        rowKey,
        count: counts[at + 1] ?? 0,
        cases: counts[at + 2] ?? 0,
        summary,
        rating,
        symbol,
        evidence,
        derived,
      });
    }
    return cells;
  });
}
