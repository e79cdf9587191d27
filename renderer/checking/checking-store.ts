import { create } from 'zustand';
import type { CellState } from '#shared/checking/checking-contract.ts';
import type { CellId, CoderId, MatrixId } from '#shared/ids.ts';

export type CheckingDialog =
  | { readonly kind: 'assign'; readonly matrixId: MatrixId; readonly cellIds: readonly CellId[] | null }
  | { readonly kind: 'send'; readonly matrixId: MatrixId; readonly checkerId: CoderId | null }
  | { readonly kind: 'open-package' }
  | { readonly kind: 'read-return' };

interface CheckingState {
  /** Of the matrix on the screen, by the name that a cell has there (matrices/matrix-model.ts). */
  readonly states: ReadonlyMap<string, CellState>;
  /** The sentence of the focused cell's summary that the keys link to fragments. */
  readonly sentence: string | null;
  readonly dialog: CheckingDialog | null;
}

export const useChecking = create<CheckingState>(() => ({
  states: new Map(),
  sentence: null,
  dialog: null,
}));

export function showStates(states: readonly CellState[]): void {
  useChecking.setState({
    states: new Map(states.map((state) => [`${state.columnId}-${state.rowKey}`, state])),
  });
}

export function pickSentence(sentence: string | null): void {
  useChecking.setState({ sentence });
}

export function openCheckingDialog(dialog: CheckingDialog): void {
  useChecking.setState({ dialog });
}

export function closeCheckingDialog(): void {
  useChecking.setState({ dialog: null });
}
