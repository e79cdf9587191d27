import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Spot } from '../matrices/grid-keys.ts';
import { startEditing } from './cell-editing.ts';
import { useParticipantsDialog } from './participants-actions.ts';

/** “Add a participant” leads to the empty row. */
export function useAdding(rows: number): void {
  const adding = useParticipantsDialog((state) => state.adding);
  useEffect(() => {
    if (adding !== 'asked') return;
    useParticipantsDialog.setState({ adding: 'begun' });
    startEditing({ row: rows - 1, column: 0 }, '', undefined);
  }, [adding, rows]);
}

/** The cell at the spot has the focus whenever the spot moves, unless the person is somewhere else on the screen. */
export function useGridFocus(
  scroller: RefObject<HTMLDivElement | null>,
  spot: Spot,
  isEditing: boolean,
  reveal: (row: number) => void,
): void {
  const first = useRef(true);
  const revealRow = useRef(reveal);
  useLayoutEffect(() => {
    revealRow.current = reveal;
  });
  useLayoutEffect(() => {
    // Opening the screen moves no focus: only the person does.
    if (first.current) {
      first.current = false;
      return;
    }
    const focused = document.activeElement;
    const isElsewhere =
      focused !== null && focused !== document.body && scroller.current?.contains(focused) !== true;
    if (isEditing || isElsewhere) return;
    if (spot.row >= 0) revealRow.current(spot.row);
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-spot="${spot.row}:${spot.column}"]`);
    cell?.focus({ preventScroll: spot.row < 0 });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [scroller, spot.row, spot.column, isEditing]);
}
