import type { CellMark } from '#shared/checking/cell-state.ts';
import type { CellPlace } from '../matrices/matrix-model.ts';
import { api } from '../api/api.ts';

/** The same mark again takes it back. */
export async function toggleMark(place: CellPlace, mark: CellMark): Promise<void> {
  const { mark: now } = await api.checking.cell(place);
  await api.checking.mark({ places: [place], mark: now === mark ? null : mark });
}
