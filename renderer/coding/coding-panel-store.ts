import { create } from 'zustand';
import type { CodeId } from '#shared/ids.ts';
import { selectedCoding, useCoding } from './coding-store.ts';
import { inOrder, selectNextHere } from './coding-actions.ts';

export type PanelTab = 'codebook' | 'fragments';

interface PanelState {
  readonly tab: PanelTab;
  /** The code that has the cursor in the tree. */
  readonly code: CodeId | null;
  /** Grows when the memo field should take the focus. */
  readonly memoAsked: number;
}

/** What the panel at the right shows. */
export const useCodingPanel = create<PanelState>(() => ({ tab: 'codebook', code: null, memoAsked: 0 }));

export function chooseTab(tab: PanelTab): void {
  useCodingPanel.setState({ tab });
}

export function chooseCode(code: CodeId): void {
  useCodingPanel.setState({ code });
}

/** The caret goes to the memo of the selected coding, or of the first coding under it. */
export function writeMemo(): Promise<void> {
  return inOrder(writeMemoNow);
}

function writeMemoNow(): void {
  if (selectedCoding(useCoding.getState()) === null && !selectNextHere()) return;
  useCodingPanel.setState(({ memoAsked }) => ({ memoAsked: memoAsked + 1 }));
}

/** Shows what else was said about the code of the selected coding: the other fragments, across cases. */
export function openFragments(): void {
  const coding = selectedCoding(useCoding.getState());
  useCodingPanel.setState(({ code }) => ({ tab: 'fragments', code: coding?.codeId ?? code }));
}
