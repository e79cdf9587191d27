import type { TextRange } from '#shared/text/text-range.ts';
import {
  nextWordEnd,
  nextWordStart,
  previousWordEnd,
  previousWordStart,
  segmentAt,
  sentencesOf,
  wordsOf,
} from '#shared/text/words.ts';
import { blockAt, firstBlockAfter } from './transcript-blocks.ts';

export type EdgeStep = 'end-forward' | 'end-back' | 'start-forward' | 'start-back';

/** The sentence at the range; when the range ends with a sentence already, the next sentence of the block is added. */
export function selectSentence(text: string, blocks: readonly TextRange[], range: TextRange): TextRange {
  const sentencesIn = (block: TextRange | undefined) => (block === undefined ? [] : sentencesOf(text, block));
  if (range.start === range.end)
    return segmentAt(sentencesIn(blockAt(blocks, range.start)), range.start) ?? range;
  const first = segmentAt(sentencesIn(blockAt(blocks, range.start)), range.start);
  const sentences = sentencesIn(blockAt(blocks, range.end));
  const last = segmentAt(sentences, range.end - 1);
  if (first === undefined || last === undefined) return range;
  const start = Math.min(first.start, range.start);
  const whole = start === range.start && last.end === range.end;
  const next = whole ? sentences.find((sentence) => sentence.start >= range.end) : undefined;
  return { start, end: Math.max((next ?? last).end, range.end) };
}

/** The word at the range; when something is selected already, the next word is added. */
export function selectWord(text: string, blocks: readonly TextRange[], range: TextRange): TextRange {
  if (range.start < range.end) return stepEdge(text, blocks, range, 'end-forward');
  const block = blockAt(blocks, range.start);
  return block === undefined ? range : (segmentAt(wordsOf(text, block), range.start) ?? range);
}

/** The block at the range; when whole blocks are selected already, the next one is added. */
export function selectBlock(blocks: readonly TextRange[], range: TextRange): TextRange {
  const first = blockAt(blocks, range.start);
  const last = range.start === range.end ? first : blocks[firstBlockAfter(blocks, range.end - 1)];
  if (first === undefined || last === undefined) return range;
  const whole = range.start === first.start && range.end === last.end && range.start < range.end;
  const next = whole ? blocks[firstBlockAfter(blocks, range.end)] : undefined;
  return { start: Math.min(first.start, range.start), end: Math.max((next ?? last).end, range.end) };
}

/** Moves one edge by a word, over the border of a block when it stands there. The range never becomes empty. */
export function stepEdge(
  text: string,
  blocks: readonly TextRange[],
  range: TextRange,
  step: EdgeStep,
): TextRange {
  const moved = {
    'end-forward': () => ({ start: range.start, end: forward(text, blocks, range.end, nextWordEnd) }),
    'end-back': () => ({ start: range.start, end: back(text, blocks, range.end, previousWordEnd) }),
    'start-forward': () => ({ start: forward(text, blocks, range.start, nextWordStart), end: range.end }),
    'start-back': () => ({ start: back(text, blocks, range.start, previousWordStart), end: range.end }),
  }[step]();
  return moved.start < moved.end ? moved : range;
}

type WordStep = (text: string, within: TextRange, position: number) => number;

function forward(text: string, blocks: readonly TextRange[], position: number, step: WordStep): number {
  const block = blocks[firstBlockAfter(blocks, position)];
  return block === undefined ? position : step(text, block, Math.max(position, block.start - 1));
}

function back(text: string, blocks: readonly TextRange[], position: number, step: WordStep): number {
  const index = firstBlockAfter(blocks, position);
  const inside = blocks[index];
  const block = inside !== undefined && inside.start < position ? inside : blocks[index - 1];
  return block === undefined ? position : step(text, block, Math.min(position, block.end + 1));
}
