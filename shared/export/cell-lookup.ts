import type { ColumnId, ParticipantId } from '../ids.ts';

/** One string for a place in the matrix, to find things by. */
export type CellKey = `${ParticipantId}/${ColumnId}`;

export function cellKey(participantId: ParticipantId, columnId: ColumnId): CellKey {
  return `${participantId}/${columnId}`;
}

/** Cells by their place. */
export function byCell<Cell extends { readonly participantId: ParticipantId; readonly columnId: ColumnId }>(
  cells: readonly Cell[],
): ReadonlyMap<CellKey, Cell> {
  return new Map(cells.map((cell) => [cellKey(cell.participantId, cell.columnId), cell]));
}
