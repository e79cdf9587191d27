import type { TextRange } from '../text/text-range.ts';

/** The stretches of `ranges` that no range of `covering` touches, in order. `ranges` are in order and do not overlap. */
export function uncovered(ranges: readonly TextRange[], covering: readonly TextRange[]): TextRange[] {
  const covers = covering.toSorted((a, b) => a.start - b.start);
  const left: TextRange[] = [];
  for (const { start, end } of ranges) {
    let from = start;
    for (const cover of covers) {
      if (cover.start >= end) break;
      if (cover.end <= from) continue;
      if (cover.start > from) left.push({ start: from, end: cover.start });
      from = cover.end;
      if (from >= end) break;
    }
    if (from < end) left.push({ start: from, end });
  }
  return left;
}
