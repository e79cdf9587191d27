import { isGraphemeBoundary } from '../text/graphemes.ts';
import type { TextRange } from '../text/text-range.ts';

/**
 * The ones that hang together with `one`: each touches or overlaps the next, or has only white space in between.
 * `ranges` are ordered by their start, and hold `one`.
 */
export function hangingTogether<Range extends TextRange>(
  text: string,
  ranges: readonly Range[],
  one: Range,
): readonly Range[] {
  let together: Range[] = [];
  let end = 0;
  for (const range of ranges) {
    const adjacent = range.start <= end || text.slice(end, range.start).trim() === '';
    if (!adjacent && together.includes(one)) return together;
    if (!adjacent) together = [];
    if (together.length === 0) end = range.end;
    together.push(range);
    end = Math.max(end, range.end);
  }
  return together;
}

/**
 * Where the second part begins when a coding is split at `position`, a grapheme boundary: at the next word, so that no
 * part begins with a space, unless that space and what follows are one grapheme.
 */
export function placeToSplit(text: string, { start, end }: TextRange, position: number): number | null {
  if (position <= start || position >= end) return null;
  const rest = text.slice(position, end);
  const word = position + (rest.length - rest.trimStart().length);
  const place = isGraphemeBoundary(text, word) ? word : position;
  return place < end && text.slice(start, place).trim() !== '' ? place : null;
}
