import { create } from 'zustand';
import type { MatrixId } from '#shared/ids.ts';
import type { Pattern } from '#shared/matrices/patterns.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { CellKey, CellPlace } from './matrix-model.ts';
import { cellKey } from './matrix-model.ts';

/** How somebody reads across a matrix just now; nothing of it is stored. */
interface ReadingState {
  readonly matrixId: MatrixId | null;
  /** Rows that stand above all others, to be compared. */
  readonly pins: readonly RowKey[];
  readonly heat: boolean;
  readonly pattern: Pattern | null;
  /** Cells that are chosen for a memo. */
  readonly chosen: ReadonlyMap<CellKey, CellPlace>;
}

const START: ReadingState = { matrixId: null, pins: [], heat: false, pattern: null, chosen: new Map() };

export const useReading = create<ReadingState>(() => START);

/** Another matrix is read afresh. */
export function readMatrixAfresh(matrixId: MatrixId): void {
  useReading.setState((state) =>
    state.matrixId === matrixId ? state : { ...START, matrixId, heat: state.heat },
  );
}

export function togglePin(key: RowKey): void {
  useReading.setState(({ pins }) => ({
    pins: pins.includes(key) ? pins.filter((other) => other !== key) : [...pins, key],
  }));
}

export function toggleChosen(place: CellPlace): void {
  useReading.setState(({ chosen }) => {
    const next = new Map(chosen);
    if (!next.delete(cellKey(place))) next.set(cellKey(place), place);
    return { chosen: next };
  });
}
