import type { ColumnId } from '../ids.ts';
import type { MatrixCell, MatrixRow } from './matrices-contract.ts';

export interface ColumnTotal {
  /** Codings. */
  readonly codings: number;
  /** Cases with at least one coding. */
  readonly cases: number;
  /** Cases with a summary. */
  readonly summaries: number;
}

export const NOTHING: ColumnTotal = { codings: 0, cases: 0, summaries: 0 };

/** What each column holds in the given cases: of the whole matrix, or of one group. */
export function columnTotals(
  cells: readonly MatrixCell[],
  rows: readonly Pick<MatrixRow, 'key'>[],
): ReadonlyMap<ColumnId, ColumnTotal> {
  const asked = new Set(rows.map(({ key }) => key));
  const totals = new Map<ColumnId, ColumnTotal>();
  for (const { columnId, rowKey, count, summary } of cells) {
    if (!asked.has(rowKey)) continue;
    const { codings, cases, summaries } = totals.get(columnId) ?? NOTHING;
    totals.set(columnId, {
      codings: codings + count,
      cases: cases + Number(count > 0),
      summaries: summaries + Number(summary !== ''),
    });
  }
  return totals;
}
