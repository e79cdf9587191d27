import type { ColumnId } from '../ids.ts';
import type { CellCount, CellCounts } from './cell-counts.ts';
import type { MatrixCell, MatrixColumn } from './matrices-contract.ts';
import type { RowKey } from './row-keys.ts';

export type WrittenCell = Omit<MatrixCell, 'count' | 'cases' | 'derived'>;

/** What the program reads off, by column and row. */
export type DerivedTexts = ReadonlyMap<ColumnId, ReadonlyMap<RowKey, string>>;

const NONE: CellCount = { codings: 0, cases: 0 };

/** Cells that hold fragments, something written, evidence or something read off; the others are absent. By column. */
export function sparseCells(
  columns: readonly Pick<MatrixColumn, 'id'>[],
  counts: CellCounts,
  written: readonly WrittenCell[],
  derived: DerivedTexts = new Map(),
): MatrixCell[] {
  const writtenOf = Map.groupBy(written, ({ columnId }) => columnId);
  return columns.flatMap(({ id }) =>
    cellsOfColumn(id, counts.get(id) ?? new Map(), writtenOf.get(id) ?? [], derived.get(id) ?? new Map()),
  );
}

function cellsOfColumn(
  columnId: ColumnId,
  counts: ReadonlyMap<RowKey, CellCount>,
  written: readonly WrittenCell[],
  derived: ReadonlyMap<RowKey, string>,
): MatrixCell[] {
  const known = new Set(written.map(({ rowKey }) => rowKey));
  const others = [...new Set([...counts.keys(), ...derived.keys()])].filter((key) => !known.has(key));
  const complete = (cell: WrittenCell): MatrixCell => {
    const { codings, cases } = counts.get(cell.rowKey) ?? NONE;
    return { ...cell, count: codings, cases, derived: derived.get(cell.rowKey) ?? '' };
  };
  return [
    ...written.map(complete),
    ...others.map((rowKey) =>
      complete({ columnId, rowKey, summary: '', rating: null, symbol: null, evidence: 0 }),
    ),
  ];
}
