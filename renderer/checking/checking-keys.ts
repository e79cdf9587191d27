import type { CellMark } from '#shared/checking/cell-state.ts';
import type { CellPlace } from '../matrices/matrix-model.ts';
import { api } from '../api/api.ts';
import { useChecking } from './checking-store.ts';

/** The same mark again takes it back. */
export async function toggleMark(place: CellPlace, mark: CellMark): Promise<void> {
  const now = useChecking.getState().states.get(`${place.columnId}-${place.rowKey}`)?.mark ?? null;
  await api.checking.mark({ places: [place], mark: now === mark ? null : mark });
}
