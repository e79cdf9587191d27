import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { api } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';
import type { CellPlace } from './matrix-model.ts';
import { useReading } from './reading-store.ts';

/** Begins a memo on a pattern, with a link to each of the cells that show it, and goes there to write it. */
export async function writePatternMemo({ id }: Matrix, places: readonly CellPlace[]): Promise<void> {
  const memoId = await api.matrices.noteOnCells({ id, places: [...places] });
  useReading.setState({ chosen: new Map() });
  navigate({ screen: 'memos', memoId });
}
