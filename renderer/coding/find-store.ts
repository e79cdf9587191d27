import { create } from 'zustand';
import type { TextRange } from '#shared/text/text-range.ts';
import { announce, useCoding } from './coding-store.ts';
import { currentView } from './current-view.ts';
import { findInText, firstFrom } from './find-in-text.ts';

interface FindState {
  /** Which bar stands above the text. */
  readonly bar: 'find' | 'turn' | 'line' | null;
  readonly words: string;
  readonly found: readonly TextRange[];
  readonly at: number;
}

export const useFind = create<FindState>(() => ({ bar: null, words: '', found: [], at: -1 }));

export function openFind(): void {
  const { range, open } = useCoding.getState();
  const selected = open?.transcript.text.slice(range.start, range.end) ?? '';
  useFind.setState({ bar: 'find' });
  if (selected !== '' && selected.length <= 60 && !selected.includes('\n')) findWords(selected);
  else findWords(useFind.getState().words);
}

/** Looks for the words from the caret on, and shows the first. */
export function findWords(words: string): void {
  const { open, range } = useCoding.getState();
  const found = open === null ? [] : findInText(open.transcript.text, open.blocks, words);
  useFind.setState({ words, found, at: firstFrom(found, range.start) });
  show();
}

export function findNext(step: 1 | -1): void {
  const { found, at, words } = useFind.getState();
  if (found.length === 0) {
    if (words !== '') announce(`“${words}” is not in this transcript`);
    return;
  }
  useFind.setState({ at: (at + step + found.length) % found.length });
  show();
}

/** F3 without a search asks for one. */
export function findAgain(step: 1 | -1): void {
  if (useFind.getState().bar === 'find') findNext(step);
  else openFind();
}

function show(): void {
  const { found, at } = useFind.getState();
  const current = found[at] ?? null;
  const view = currentView();
  view?.showFound(found, current);
  if (current === null) return;
  view?.reveal(current);
  announce(`${at + 1} of ${found.length}`);
}

/** The caret goes to what was found last, so that the keys go on from there. */
export function closeBar(): void {
  const { bar, found, at } = useFind.getState();
  const view = currentView();
  const current = bar === 'find' ? found[at] : undefined;
  useFind.setState({ bar: null, found: [], at: -1 });
  view?.showFound([], null);
  view?.focus();
  if (current !== undefined) view?.select(current);
}

export function askForTurn(): void {
  useFind.setState({ bar: 'turn' });
}

export function askForLine(): void {
  useFind.setState({ bar: 'line' });
}

/** The line of this number, or the last one when there are fewer. */
export function goToLine(number: number): void {
  const { open } = useCoding.getState();
  useFind.setState({ bar: null });
  const view = currentView();
  view?.focus();
  const lines = open?.lineStarts ?? [];
  const line = Math.min(Math.max(1, number), lines.length);
  const start = lines[line - 1];
  if (start === undefined) return;
  view?.select({ start, end: start });
  view?.reveal({ start, end: start });
  announce(`Line ${line}`);
}

/** The turn of this number, or the last one when there are fewer. */
export function goToTurnNumber(number: number): void {
  const turns = useCoding.getState().open?.transcript.turns ?? [];
  const turn = turns.find((candidate) => candidate.number >= number) ?? turns.at(-1);
  useFind.setState({ bar: null });
  const view = currentView();
  view?.focus();
  if (turn === undefined) return;
  view?.select({ start: turn.start, end: turn.start });
  view?.reveal(turn);
  announce(`Turn ${turn.number}${turn.speaker === null ? '' : `, ${turn.speaker}`}`);
}
