import type { TextRange } from '#shared/text/text-range.ts';
import { shorten } from '#shared/text/graphemes.ts';
import { quotation } from '#shared/text/text-range.ts';
import { announce, useCoding } from './coding-store.ts';
import { currentView } from './current-view.ts';
import { selectBlock, selectSentence, selectWord } from './selection-steps.ts';
import { firstBlockAfter } from './transcript-blocks.ts';

export function selectSentenceHere(): void {
  const { open, range } = useCoding.getState();
  if (open !== null) select(selectSentence(open.transcript.text, open.blocks, range));
}

export function selectWordHere(): void {
  const { open, range } = useCoding.getState();
  if (open !== null) select(selectWord(open.transcript.text, open.blocks, range));
}

export function selectTurnHere(): void {
  const { open, range } = useCoding.getState();
  if (open !== null) select(selectBlock(open.blocks, range));
}

function select(range: TextRange): void {
  currentView()?.select(range);
  const { open } = useCoding.getState();
  announce(`Selected: ${shorten(quotation(open?.transcript.text ?? '', range), 80)}`);
}

/** The caret goes to the beginning of the next or the previous turn. */
export function goToTurn(direction: 1 | -1): void {
  const { open, range } = useCoding.getState();
  if (open === null) return;
  const { blocks } = open;
  const here = firstBlockAfter(blocks, range.start);
  const inside = (blocks[here]?.start ?? 0) < range.start;
  const next = blocks[direction === 1 ? here + 1 : inside ? here : here - 1];
  if (next !== undefined) currentView()?.select({ start: next.start, end: next.start });
}

export function goToEnd(which: 'start' | 'end'): void {
  const { blocks } = useCoding.getState().open ?? { blocks: [] };
  const place = which === 'start' ? blocks[0]?.start : blocks.at(-1)?.end;
  if (place !== undefined) currentView()?.select({ start: place, end: place });
}

export function collapseSelection(): void {
  const { range } = useCoding.getState();
  currentView()?.select({ start: range.end, end: range.end });
}
