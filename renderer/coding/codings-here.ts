import type { Coding } from '#shared/coding/coding-contract.ts';
import { overlaps, type TextRange } from '#shared/text/text-range.ts';

/** The codings under a caret, or those that a selection touches: the shortest first, as that is the one that is meant. */
export function codingsHere<C extends Coding>(codings: readonly C[], range: TextRange): readonly C[] {
  const touched =
    range.start === range.end
      ? codings.filter(({ start, end }) => start <= range.start && end >= range.start)
      : codings.filter((coding) => overlaps(coding, range));
  return touched.sort((a, b) => a.end - a.start - (b.end - b.start) || a.id - b.id);
}

/** The one after `current`, and the first one after the last. */
export function nextCoding<C extends Coding>(here: readonly C[], current: C['id'] | null): C | undefined {
  return here[(here.findIndex(({ id }) => id === current) + 1) % here.length];
}
