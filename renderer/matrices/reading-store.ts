import { create } from 'zustand';
import type { MatrixId } from '#shared/ids.ts';
import { PLAIN_READING, type MatrixReading } from '#shared/matrices/matrix-reading.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import { api } from '../api/api.ts';
import type { CellKey, CellPlace } from './matrix-model.ts';
import { cellKey } from './matrix-model.ts';
import { runSafely } from './run-safely.ts';

/** How whoever sits here reads across the matrix on the screen. */
interface ReadingState extends MatrixReading {
  readonly matrixId: MatrixId | null;
  /** Whose reading it is, of which project. */
  readonly reader: string;
  /** False until it is known how they last read it. */
  readonly isKnown: boolean;
  /** Cells that are chosen for a memo; kept nowhere. */
  readonly chosen: ReadonlyMap<CellKey, CellPlace>;
}

const START: ReadingState = {
  ...PLAIN_READING,
  matrixId: null,
  reader: '',
  isKnown: false,
  chosen: new Map(),
};

export const useReading = create<ReadingState>(() => START);

/** Another matrix, or another person: as they last read it on this machine. */
export function readMatrixAfresh(matrixId: MatrixId, reader: string): void {
  const isStill = (): boolean => {
    const state = useReading.getState();
    return state.matrixId === matrixId && state.reader === reader;
  };
  if (isStill()) return;
  useReading.setState({ ...START, matrixId, reader });
  runSafely(
    api.matrices
      .reading({ id: matrixId })
      .then((reading) => {
        if (isStill()) useReading.setState(reading);
      })
      .finally(() => {
        if (isStill()) useReading.setState({ isKnown: true });
      }),
  );
}

export function changeReading(change: Partial<MatrixReading>): void {
  useReading.setState(change);
  const { matrixId, pins, heat, pattern } = useReading.getState();
  if (matrixId !== null)
    runSafely(api.matrices.rememberReading({ id: matrixId, pins: [...pins], heat, pattern }));
}

export function togglePin(key: RowKey): void {
  const { pins } = useReading.getState();
  changeReading({ pins: pins.includes(key) ? pins.filter((other) => other !== key) : [...pins, key] });
}

export function toggleChosen(place: CellPlace): void {
  useReading.setState(({ chosen }) => {
    const next = new Map(chosen);
    if (!next.delete(cellKey(place))) next.set(cellKey(place), place);
    return { chosen: next };
  });
}
