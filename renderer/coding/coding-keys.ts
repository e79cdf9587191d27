import { runAction } from '../actions/action-registry.ts';
import { codebookNow } from '../codebook/codebook-store.ts';
import { reportError } from '../ui/toasts-store.ts';
import {
  applyCode,
  codeInVivo,
  markPole,
  moveEdge,
  passageToCode,
  removeSelected,
  selectCoding,
  selectNextHere,
} from './coding-actions.ts';
import { useCoding } from './coding-store.ts';
import { openFragments, typeAhead, writeMemo } from './coding-panel-store.ts';
import { clearFilter } from './filter-actions.ts';
import { askForLine, askForTurn, findAgain } from './find-store.ts';
import { usePins } from './pins-store.ts';
import { askForPart, askForQuestion, excludeHere } from '../transcripts/structure-actions.ts';
import { goToUnit, selectUnitHere } from './units.ts';
import { askForCode, extendTo, mergeAdjacent, splitHere, toggleGoodQuotation } from './reshape-actions.ts';
import {
  collapseSelection,
  goToEnd,
  goToTurn,
  selectSentenceHere,
  selectTurnHere,
  selectWordHere,
} from './selecting-actions.ts';

/** What each key does while the transcript has the focus. */
const KEYS: Readonly<Record<string, () => void | Promise<void>>> = {
  Enter: pickForSelection,
  Delete: removeSelected,
  Backspace: removeSelected,
  s: selectSentenceHere,
  w: selectWordHere,
  t: selectTurnHere,
  u: () => goToUnit(1),
  U: () => goToUnit(-1),
  r: () => askForCode('recode'),
  c: () => askForCode('copy'),
  e: () => extendTo('sentence'),
  E: () => extendTo('turn'),
  j: mergeAdjacent,
  x: splitHere,
  q: toggleGoodQuotation,
  X: excludeHere,
  h: askForPart,
  Q: askForQuestion,
  g: askForTurn,
  l: askForLine,
  '0': clearFilter,
  i: codeInVivo,
  m: writeMemo,
  f: openFragments,
  '[': () => moveEdge('end-back'),
  ']': () => moveEdge('end-forward'),
  '{': () => moveEdge('start-back'),
  '}': () => moveEdge('start-forward'),
  '-': () => markPole(-1),
  '+': () => markPole(1),
  '=': () => markPole(1),
  '?': () => runAction('app.keys'),
  Escape: leave,
};

/** The keys of the transcript. They act on the selection, so they are no actions of the whole program. */
export function onTranscriptKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || typeAhead(event)) return;
  if (useCoding.getState().picking !== null) {
    // The picker is opening and has not got the focus yet: what is meant for it must not act as a command here.
    event.preventDefault();
    return;
  }
  const handled = runKey(event);
  if (handled === null) return;
  event.preventDefault();
  Promise.resolve(handled).catch(reportError);
}

/** Null when the key is not ours. */
function runKey(event: KeyboardEvent): void | Promise<void> | null {
  const { key } = event;
  // Brackets are typed with AltGr on many keyboards, which arrives as Ctrl+Alt.
  const altGr = event.getModifierState('AltGraph');
  const control = (event.ctrlKey || event.metaKey) && !altGr;
  if (control && (key === 'ArrowDown' || key === 'ArrowUp') && !event.shiftKey) {
    return goToTurn(key === 'ArrowDown' ? 1 : -1);
  }
  if (control && (key === 'Home' || key === 'End') && !event.shiftKey) {
    return goToEnd(key === 'Home' ? 'start' : 'end');
  }
  if (control || (event.altKey && !altGr)) return null;
  if (key === 'F3') return findAgain(event.shiftKey ? -1 : 1);
  if (key === 'Tab' && !event.shiftKey) return selectNextHere() ? undefined : null;
  if (/^[1-9]$/.test(key)) return applyPinned(Number(key) - 1);
  const action = KEYS[key] ?? KEYS[key.length === 1 ? key.toLowerCase() : key];
  return action === undefined ? null : action();
}

export function pickForSelection(): void | Promise<void> {
  selectUnitHere();
  if (passageToCode() !== null) useCoding.setState({ picking: { for: 'selection' } });
  else selectSentenceHere();
}

/** A digit without a code asks for one first. */
export function applyPinned(slot: number): void | Promise<void> {
  const pinned = usePins.getState().pins[slot] ?? null;
  if (pinned !== null && codebookNow().byId.has(pinned)) return applyCode(pinned);
  useCoding.setState({ picking: { for: 'pin', slot } });
}

function leave(): void {
  if (useCoding.getState().selected !== null) selectCoding(null);
  else collapseSelection();
}
