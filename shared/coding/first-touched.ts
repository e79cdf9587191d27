import type { TextRange } from '../text/text-range.ts';

/**
 * The first of the stretches (turns, sections; in order, not overlapping) that a range touches, or undefined.
 * `from` says where a stretch begins: a turn begins with its label.
 */
export function firstTouched<Stretch extends TextRange>(
  stretches: readonly Stretch[],
  from: (stretch: Stretch) => number,
  range: TextRange,
): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch !== undefined && stretch.end <= range.start) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low];
  return found !== undefined && from(found) < range.end ? found : undefined;
}
