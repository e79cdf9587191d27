import type { TextRange } from '../text/text-range.ts';

/** A range that is somebody's: no range stands in a relation to itself. */
export interface Marked extends TextRange {
  readonly id: number;
}

export type RangeTest = (range: Marked) => boolean;

// Each of these sorts the others once and then answers by halving: n tests among m others take (n + m) log m steps.

/** Whether another of `others` shares a position with the range. */
export function overlapsAny(others: readonly Marked[]): RangeTest {
  const furthest = greatestUpTo(
    others,
    ({ start }) => start,
    ({ end }) => end,
  );
  return ({ id, start, end }) => furthest(end - 1, id) > start;
}

/** Whether the range lies in another one. */
export function liesWithinAny(others: readonly Marked[]): RangeTest {
  const furthest = greatestUpTo(
    others,
    ({ start }) => start,
    ({ end }) => end,
  );
  return ({ id, start, end }) => furthest(start, id) >= end;
}

/** Whether another one lies in the range. */
export function containsAny(others: readonly Marked[]): RangeTest {
  // Read from the end of the text: of those that begin at `start` or later, the nearest end.
  const nearest = greatestUpTo(
    others,
    ({ start }) => -start,
    ({ end }) => -end,
  );
  return ({ id, start, end }) => nearest(-start, id) >= -end;
}

/** Whether another one stands at most so many characters away. One that overlaps is not away at all. */
export function nearAny(others: readonly Marked[], most: number): RangeTest {
  const furthest = greatestUpTo(
    others,
    ({ start }) => start,
    ({ end }) => end,
  );
  return ({ id, start, end }) => furthest(end + most, id) >= start - most;
}

/** The last of `others` that ends before the range begins, or undefined. */
export function lastBefore<Other extends Marked>(
  others: readonly Other[],
): (range: Marked) => Other | undefined {
  const byEnd = others.toSorted((a, b) => a.end - b.end);
  return ({ start }) => byEnd[countWhile(byEnd, ({ end }) => end <= start) - 1];
}

/**
 * Answers: of the items whose key is at most so much, and whose id is another, what is the greatest value? -Infinity when
 * there is none. Of every beginning of the sorted list it keeps the two greatest values, so that one item can be left out.
 */
function greatestUpTo(
  items: readonly Marked[],
  key: (item: Marked) => number,
  value: (item: Marked) => number,
): (mostKey: number, exceptId: number) => number {
  const sorted = items.toSorted((a, b) => key(a) - key(b));
  const best: { readonly id: number; readonly value: number; readonly second: number }[] = [];
  let top = { id: 0, value: -Infinity, second: -Infinity };
  for (const item of sorted) {
    const here = value(item);
    if (here > top.value) top = { id: item.id, value: here, second: top.value };
    else if (here > top.second) top = { ...top, second: here };
    best.push(top);
  }
  return (mostKey, exceptId) => {
    const found = best[countWhile(sorted, (item) => key(item) <= mostKey) - 1];
    if (found === undefined) return -Infinity;
    return found.id === exceptId ? found.second : found.value;
  };
}

/** The stretches of text where every one of the sets has a range: in order, none touching another. */
export function coveredByAll(sets: readonly (readonly TextRange[])[]): readonly TextRange[] {
  const [first = [], ...others] = sets.map(union);
  return others.reduce(intersection, first);
}

function union(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}

function intersection(a: readonly TextRange[], b: readonly TextRange[]): readonly TextRange[] {
  const common: TextRange[] = [];
  let inA = 0;
  let inB = 0;
  for (let left = a[0], right = b[0]; left !== undefined && right !== undefined;) {
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) common.push({ start, end });
    if (left.end < right.end) left = a[(inA += 1)];
    else right = b[(inB += 1)];
  }
  return common;
}

/** Whether a range shares a position with one of `stretches`, which are in order and do not overlap. */
export function touchesOneOf(stretches: readonly TextRange[], { start, end }: TextRange): boolean {
  const next = stretches[countWhile(stretches, (stretch) => stretch.end <= start)];
  return next !== undefined && next.start < end;
}

/** How many items at the beginning of a list fulfil what only its beginning does. */
export function countWhile<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
