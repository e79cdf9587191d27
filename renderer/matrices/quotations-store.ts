import { create } from 'zustand';
import type { CellQuotations } from '#shared/matrices/matrices-contract.ts';
import { cellKey, type CellKey } from './matrix-model.ts';

interface QuotationsState {
  /** Of the rows near the eye. */
  readonly cells: ReadonlyMap<CellKey, CellQuotations>;
}

export const useQuotations = create<QuotationsState>(() => ({ cells: new Map() }));

export function showQuotations(cells: readonly CellQuotations[]): void {
  useQuotations.setState({ cells: new Map(cells.map((cell) => [cellKey(cell), cell])) });
}
