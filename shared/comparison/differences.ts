import { overlaps, trimRange, type TextRange } from '../text/text-range.ts';
import type { FrozenCoding } from './frozen-codings.ts';

/**
 * - `only some`: a passage got a code from some of the coders and none from the others.
 * - `boundary`: all gave the code once, with other ends.
 * - `split or lump`: all gave the code, in one piece or in several.
 * - `other code`: on the same text one gave this code and another that one.
 */
export const differenceKinds = ['only some', 'boundary', 'split or lump', 'other code'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface Difference extends TextRange {
  /** Stays the same, whatever else is found: the first of its codings. */
  readonly key: string;
  readonly kind: DifferenceKind;
  /** One code, or the two of `other code`. */
  readonly codeUids: readonly string[];
  /** By coder: what each gave here; empty for who gave nothing. */
  readonly sides: readonly (readonly FrozenCoding[])[];
}

/** What all coders gave alike: the same code, the same ends. */
export interface Agreed extends TextRange {
  readonly codeUid: string;
}

interface Cluster extends TextRange {
  readonly codeUid: string;
  readonly sides: readonly (readonly FrozenCoding[])[];
}

/** All differences of some coders in one text, in the order of the text, and what they agree on. */
export function findDifferences(
  text: string,
  coders: readonly (readonly FrozenCoding[])[],
): { readonly differences: readonly Difference[]; readonly agreed: readonly Agreed[] } {
  // A coding of nothing but white space is of no text, and so neither agreed on nor a difference.
  const trimmed = coders.map((codings) =>
    codings
      .map((coding) => ({ ...coding, ...trimRange(text, coding) }))
      .filter(({ start, end }) => end > start),
  );
  const agreed: Agreed[] = [];
  const differences: Difference[] = [];
  const alone: Cluster[] = [];
  for (const cluster of clustersOf(trimmed)) {
    if (cluster.sides.some((side) => side.length === 0)) alone.push(cluster);
    else if (isAgreed(cluster))
      agreed.push(...rangesOf(cluster).map((range) => ({ ...range, codeUid: cluster.codeUid })));
    else {
      const once = cluster.sides.every((side) => side.length === 1);
      differences.push(asDifference(once ? 'boundary' : 'split or lump', [cluster]));
    }
  }
  differences.push(...pairedByText(alone));
  return {
    differences: differences.toSorted(
      (a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1),
    ),
    agreed,
  };
}

/** Codings of one code that overlap, by whomever, directly or through one another. */
function clustersOf(coders: readonly (readonly FrozenCoding[])[]): readonly Cluster[] {
  const byCode = Map.groupBy(
    coders.flatMap((codings, position) => codings.map((coding) => ({ coding, position }))),
    ({ coding }) => coding.codeUid,
  );
  return [...byCode].flatMap(([codeUid, entries]) => {
    const clusters: { start: number; end: number; sides: FrozenCoding[][] }[] = [];
    for (const { coding, position } of entries.toSorted((a, b) => a.coding.start - b.coding.start)) {
      let cluster = clusters.at(-1);
      if (cluster === undefined || coding.start >= cluster.end) {
        cluster = { start: coding.start, end: coding.end, sides: coders.map(() => []) };
        clusters.push(cluster);
      }
      cluster.end = Math.max(cluster.end, coding.end);
      cluster.sides[position]?.push(coding);
    }
    return clusters.map((cluster) => ({ ...cluster, codeUid }));
  });
}

function rangesOf({ sides }: Cluster): readonly TextRange[] {
  const ranges = new Map((sides[0] ?? []).map(({ start, end }) => [`${start} ${end}`, { start, end }]));
  return [...ranges.values()];
}

function isAgreed({ sides }: Cluster): boolean {
  const shapes = sides.map((side) =>
    [...new Set(side.map(({ start, end }) => `${start} ${end}`))].toSorted().join(', '),
  );
  return shapes.every((shape) => shape === shapes[0]);
}

/**
 * Codes that only some gave, paired where others gave another code to the same text: those that overlap most, relative
 * to what they cover together, come first; at least half of the shorter one must be shared.
 */
function pairedByText(alone: readonly Cluster[]): readonly Difference[] {
  const sorted = alone.toSorted(
    (a, b) => a.start - b.start || a.end - b.end || (a.codeUid < b.codeUid ? -1 : 1),
  );
  const candidates: { readonly one: Cluster; readonly other: Cluster; readonly share: number }[] = [];
  sorted.forEach((one, index) => {
    for (const other of sorted.slice(index + 1)) {
      if (other.start >= one.end) break;
      if (one.codeUid === other.codeUid || !overlaps(one, other) || sharesACoder(one, other)) continue;
      const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
      const shorter = Math.min(one.end - one.start, other.end - other.start);
      if (shared * 2 < shorter) continue;
      candidates.push({
        one,
        other,
        share: shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start)),
      });
    }
  });
  const taken = new Set<Cluster>();
  const paired: Difference[] = [];
  for (const { one, other } of candidates.toSorted((a, b) => b.share - a.share)) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    paired.push(asDifference('other code', [one, other]));
  }
  return [
    ...paired,
    ...sorted.filter((cluster) => !taken.has(cluster)).map((cluster) => asDifference('only some', [cluster])),
  ];
}

function sharesACoder(one: Cluster, other: Cluster): boolean {
  return one.sides.some((side, position) => side.length > 0 && (other.sides[position]?.length ?? 0) > 0);
}

function asDifference(kind: DifferenceKind, clusters: readonly Cluster[]): Difference {
  const sides = (clusters[0]?.sides ?? []).map((_, position) =>
    clusters.flatMap((cluster) => cluster.sides[position] ?? []),
  );
  // Earlier and later codings of one coder may be the same row: who gave it belongs to the key.
  const keys = sides.flatMap((side, position) => side.map(({ uid }) => `${position} ${uid}`));
  return {
    key: keys.toSorted()[0] ?? '',
    kind,
    codeUids: clusters.map(({ codeUid }) => codeUid),
    sides,
    start: Math.min(...clusters.map(({ start }) => start)),
    end: Math.max(...clusters.map(({ end }) => end)),
  };
}
