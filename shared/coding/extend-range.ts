import { sentencesOf } from '../text/words.ts';
import type { TextRange } from '../text/text-range.ts';

/** A range widened to the whole turns that it touches. `turns` are in order and do not overlap. */
export function extendToTurns(range: TextRange, turns: readonly TextRange[]): TextRange {
  return widen(range, touched(range, turns));
}

/** A range widened to the whole sentences that it touches: a sentence never runs from one turn into the next. */
export function extendToSentences(text: string, range: TextRange, turns: readonly TextRange[]): TextRange {
  const inTurns = touched(range, turns);
  const [first, last] = [inTurns.at(0), inTurns.at(-1)];
  if (first === undefined || last === undefined) return range;
  return widen(range, [
    ...touched(range, sentencesOf(text, first)),
    ...touched(range, sentencesOf(text, last)),
  ]);
}

function touched(range: TextRange, stretches: readonly TextRange[]): readonly TextRange[] {
  return stretches.filter(({ start, end }) => start < range.end && end > range.start);
}

function widen(range: TextRange, over: readonly TextRange[]): TextRange {
  return {
    start: Math.min(range.start, ...over.map(({ start }) => start)),
    end: Math.max(range.end, ...over.map(({ end }) => end)),
  };
}
