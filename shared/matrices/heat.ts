import type { ColumnId } from '../ids.ts';
import type { Matrix, MatrixCell, MatrixRow } from './matrices-contract.ts';
import type { RowKey } from './row-keys.ts';

/** How strongly each cell is shaded, from 0 to 1. */
export type Heat = (cell: MatrixCell, row: Pick<MatrixRow, 'cases'>) => number;

/** Of how many cases a cell speaks: what its counts must be read against. */
export type CasesOfCell = (columnId: ColumnId, row: Pick<MatrixRow, 'key' | 'cases'>) => number;

/** Those that the row takes together; in the column of a group, those of them that are in the group. */
export function casesOfCells({ groupSizes }: Pick<Matrix, 'groupSizes'>): CasesOfCell {
  const sizes = new Map<ColumnId, Map<RowKey, number>>();
  for (const { columnId, rowKey, cases } of groupSizes) {
    const ofColumn = sizes.get(columnId) ?? new Map<RowKey, number>();
    sizes.set(columnId, ofColumn.set(rowKey, cases));
  }
  return (columnId, { key, cases }) => sizes.get(columnId)?.get(key) ?? cases;
}

/**
 * Shading by counts. A row that takes cases together is shaded by the share of its cases that have fragments, so that a
 * large group is not darker for being large; a single case by its count against the highest of the column.
 */
export function heatOf(matrix: Pick<Matrix, 'cells' | 'rowKind' | 'groupSizes'>): Heat {
  const together = matrix.rowKind !== 'cases';
  const most = new Map<ColumnId, number>();
  for (const { columnId, count } of matrix.cells)
    most.set(columnId, Math.max(most.get(columnId) ?? 0, count));
  const casesOf = casesOfCells(matrix);
  return ({ columnId, rowKey, count, cases }, row) => {
    if (count === 0) return 0;
    if (!together) return count / (most.get(columnId) ?? count);
    const all = casesOf(columnId, { key: rowKey, cases: row.cases });
    return all === 0 ? 0 : cases / all;
  };
}
