import type { ColumnId } from '../ids.ts';
import type { Matrix, MatrixCell, MatrixRow } from './matrices-contract.ts';

/** How strongly each cell is shaded, from 0 to 1. */
export type Heat = (cell: MatrixCell, row: Pick<MatrixRow, 'cases'>) => number;

/**
 * Shading by counts. A row that takes cases together is shaded by the share of its cases that have fragments, so that a
 * large group is not darker for being large; a single case by its count against the highest of the column.
 */
export function heatOf({ cells, rowKind }: Pick<Matrix, 'cells' | 'rowKind'>): Heat {
  const together = rowKind !== 'cases';
  const most = new Map<ColumnId, number>();
  for (const { columnId, count } of cells) most.set(columnId, Math.max(most.get(columnId) ?? 0, count));
  return ({ columnId, count, cases }, row) => {
    if (count === 0) return 0;
    if (together) return row.cases === 0 ? 0 : cases / row.cases;
    return count / (most.get(columnId) ?? count);
  };
}
