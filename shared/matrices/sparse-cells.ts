import type { ColumnId, ParticipantId } from '../ids.ts';
import type { CellCounts } from './cell-counts.ts';
import type { MatrixCell, MatrixColumn } from './matrices-contract.ts';

export type WrittenCell = Omit<MatrixCell, 'count'>;

/** Cells that hold fragments, a summary or evidence; the others are absent. In the order of the columns. */
export function sparseCells(
  columns: readonly Pick<MatrixColumn, 'id'>[],
  counts: CellCounts,
  written: readonly WrittenCell[],
): MatrixCell[] {
  const writtenOf = Map.groupBy(written, ({ columnId }) => columnId);
  return columns.flatMap(({ id }) => cellsOfColumn(id, counts.get(id) ?? new Map(), writtenOf.get(id) ?? []));
}

function cellsOfColumn(
  columnId: ColumnId,
  counts: ReadonlyMap<ParticipantId, number>,
  written: readonly WrittenCell[],
): MatrixCell[] {
  const filled = written.map((cell) => ({ ...cell, count: counts.get(cell.participantId) ?? 0 }));
  const known = new Set(written.map(({ participantId }) => participantId));
  for (const [participantId, count] of counts) {
    if (!known.has(participantId)) filled.push({ columnId, participantId, count, summary: '', evidence: 0 });
  }
  return filled;
}
