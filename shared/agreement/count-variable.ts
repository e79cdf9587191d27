import type { TextRange } from '../text/text-range.ts';
import type { ComparedSpan, ComparedTranscript, Variable } from './compared.ts';
import type { Segment } from './continuum.ts';
import { joined } from './text-units.ts';
import type { OverlapRule } from './unit-rules.ts';

/** What one coder did with one variable in one transcript. */
export interface Judged {
  /** The value of each unit that has one (1 and up), by place of the unit. */
  readonly values: ReadonlyMap<number, number>;
  /** Units to which two values would apply; the one that covers more of the unit counts. */
  readonly contested: number;
  /** Segments of the continuum, in order. Overlapping spans of one value are one. */
  readonly segments: readonly Segment[];
  /** Spans of two values lie on the same text: the segments are no partition. */
  readonly overlapping: boolean;
}

const NOTHING: Judged = { values: new Map(), contested: 0, segments: [], overlapping: false };

export function judge(
  { values }: Variable,
  { units }: ComparedTranscript,
  spans: readonly ComparedSpan[],
  overlap: OverlapRule,
): Judged {
  const ranges = values.map((codes) => joined(spans.filter(({ code }) => codes.has(code))));
  if (ranges.every((list) => list.length === 0)) return NOTHING;
  const segments = ranges
    .flatMap((list, index) => list.map(({ start, end }) => ({ start, end, value: index + 1 })))
    .toSorted((a, b) => a.start - b.start);
  return {
    ...valuesOfUnits(units, ranges, overlap),
    segments,
    overlapping: segments.some(({ start }, index) => start < (segments[index - 1]?.end ?? 0)),
  };
}

function valuesOfUnits(
  units: readonly TextRange[],
  ranges: readonly (readonly TextRange[])[],
  overlap: OverlapRule,
): Pick<Judged, 'values' | 'contested'> {
  const values = new Map<number, number>();
  const most = new Map<number, number>();
  const contested = new Set<number>();
  ranges.forEach((list, index) => {
    for (const [unit, covered] of coveredUnits(units, list)) {
      const { start, end } = units[unit] ?? { start: 0, end: 0 };
      if (overlap === 'at least half' && covered * 2 < end - start) continue;
      if (values.has(unit)) contested.add(unit);
      if (covered <= (most.get(unit) ?? 0)) continue;
      values.set(unit, index + 1);
      most.set(unit, covered);
    }
  });
  return { values, contested: contested.size };
}

/** How much of each unit the ranges cover. Both are in order and apart from each other. */
function coveredUnits(
  units: readonly TextRange[],
  ranges: readonly TextRange[],
): ReadonlyMap<number, number> {
  const covered = new Map<number, number>();
  for (const range of ranges) {
    for (let unit = firstAfter(units, range.start); unit < units.length; unit += 1) {
      const { start, end } = units[unit] ?? { start: 0, end: 0 };
      if (start >= range.end) break;
      const length = Math.min(end, range.end) - Math.max(start, range.start);
      if (length > 0) covered.set(unit, (covered.get(unit) ?? 0) + length);
    }
  }
  return covered;
}

/** The first unit that ends after a position. */
function firstAfter(units: readonly TextRange[], position: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
