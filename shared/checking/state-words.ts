import { assertNever } from '../assert.ts';
import type { CellMark, CellStateName, Verdict } from './cell-state.ts';

/** What a state is called on the screen and in what leaves the program. */
export function stateWord(state: CellStateName): string {
  switch (state) {
    case 'empty':
      return 'Empty';
    case 'not asked':
      return 'Not asked';
    case 'nothing said':
      return 'Asked, nothing said';
    case 'not summarised':
      return 'Not yet summarised';
    case 'draft':
      return 'Draft';
    case 'ready':
      return 'Ready';
    case 'checked':
      return 'Checked';
    case 'disputed':
      return 'Disputed';
    case 'stale':
      return 'Stale';
    default:
      return assertNever(state);
  }
}

export function markWord(mark: CellMark): string {
  return stateWord(mark);
}

export function verdictWord(verdict: Verdict): string {
  switch (verdict) {
    case 'agree':
      return 'Agrees';
    case 'minor':
      return 'Minor difference';
    case 'major':
      return 'Major difference';
    default:
      return assertNever(verdict);
  }
}
