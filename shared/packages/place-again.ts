import { snapOutwards } from '../text/graphemes.ts';
import type { TextRange } from '../text/text-range.ts';

/** How much of the text around a passage is looked at to tell it from the same words elsewhere. */
const CONTEXTS = [0, 20, 60, 200] as const;

/**
 * Where the same words stand in another version of a text: the only place where they occur, or the only one with the
 * same words around them. Null when they do not occur, or when it cannot be told which of several places is meant.
 */
export function placeAgain(from: string, range: TextRange, to: string): TextRange | null {
  const quotation = from.slice(range.start, range.end);
  for (const context of CONTEXTS) {
    const before = from.slice(Math.max(0, range.start - context), range.start);
    const after = from.slice(range.end, range.end + context);
    const found = occurrences(to, before + quotation + after);
    const [only] = found;
    if (only === undefined) return null;
    if (found.length === 1) {
      const start = only + before.length;
      const place = { start, end: start + quotation.length };
      const whole = snapOutwards(to, place);
      // The same letters, but an accent was put on the last of them: not the same words.
      return whole.start === place.start && whole.end === place.end ? place : null;
    }
  }
  return null;
}

/** The first two places where these words stand: more are not needed to know that there are several. */
function occurrences(text: string, words: string): readonly number[] {
  if (words === '') return [];
  const first = text.indexOf(words);
  if (first === -1) return [];
  const second = text.indexOf(words, first + 1);
  return second === -1 ? [first] : [first, second];
}
