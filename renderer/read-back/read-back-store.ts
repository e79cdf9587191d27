import { create } from 'zustand';
import type { ReturnedCell, ReturnedPreview } from '#shared/read-back/read-back-contract.ts';

interface ReadBackState {
  /** What a workbook would change; null while none is looked at. */
  readonly preview: ReturnedPreview | null;
  readonly ticked: ReadonlySet<ReturnedCell>;
  /** Where the sheet says several things about a cell: the address of the one to take. */
  readonly chosen: ReadonlyMap<ReturnedCell, string>;
}

const CLOSED: ReadBackState = { preview: null, ticked: new Set(), chosen: new Map() };

export const useReadBack = create<ReadBackState>(() => CLOSED);

export function showPreview(preview: ReturnedPreview): void {
  useReadBack.setState({
    preview,
    ticked: new Set(preview.cells.filter(({ isSuggested }) => isSuggested)),
    chosen: new Map(),
  });
}

export function closeReadBack(): void {
  useReadBack.setState(CLOSED);
}

export function tick(cell: ReturnedCell, isTicked: boolean): void {
  useReadBack.setState(({ ticked }) => {
    const next = new Set(ticked);
    if (isTicked) next.add(cell);
    else next.delete(cell);
    return { ticked: next };
  });
}

/** Choosing one of several texts ticks the cell too. */
export function choose(cell: ReturnedCell, address: string): void {
  useReadBack.setState(({ chosen, ticked }) => ({
    chosen: new Map([...chosen, [cell, address]]),
    ticked: new Set([...ticked, cell]),
  }));
}
