/** A stretch of a continuum that a coder gave a value, half-open. Segments of one coder do not overlap. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** 1 and up; 0 stands for φ, text without a value. */
  readonly value: number;
}

/**
 * What the α family for continua needs to know of one or more continua. Everything adds up, so a study is the sum of its
 * transcripts, and a resample of transcripts is a weighted sum.
 */
export interface ContinuumSums {
  /** ℓ_ck: length on which one coder has c and another k, each pair of coders weighted by 1 / (m − 1); 0 is φ. */
  readonly lengths: readonly (readonly number[])[];
  /** κ_φ = Σ L(φ), κ_c = Σ L(segment)²: what must not be paired with itself. */
  readonly own: readonly number[];
  /** κ*_c = Σ (L*_ig)², with L* the average overlap of a segment with the coded text of the other coders. */
  readonly pairedOwn: readonly number[];
}

/**
 * Sums of one continuum 0..`length` with the segments of m ≥ 2 coders. The pairable length L* of a segment is the
 * *average* over the other coders of its overlap with their valued segments, and not its overlap with their union: only
 * so do the published values come out.
 *
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50, 2347–2364, equations 30 to 36.
 */
export function continuumSums(
  coders: readonly (readonly Segment[])[],
  length: number,
  values: number,
): ContinuumSums {
  const size = values + 1;
  const lengths = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const own = Array.from({ length: size }, () => 0);
  const pairedOwn = Array.from({ length: size }, () => 0);
  const others = coders.length - 1;
  if (length <= 0 || others < 1) return { lengths, own, pairedOwn };

  const edges = new Set([0, length]);
  for (const segments of coders) {
    let covered = 0;
    for (const { start, end, value } of segments) {
      edges.add(start).add(end);
      own[value] = (own[value] ?? 0) + (end - start) ** 2;
      covered += end - start;
    }
    own[0] = (own[0] ?? 0) + length - covered;
  }
  const sorted = [...edges].toSorted((a, b) => a - b);
  const at = coders.map(() => 0);
  const paired = coders.map((segments) => segments.map(() => 0));
  for (let edge = 0; edge + 1 < sorted.length; edge += 1) {
    const from = sorted[edge] ?? 0;
    const stretch = (sorted[edge + 1] ?? 0) - from;
    const here = coders.map((segments, coder) => {
      let index = at[coder] ?? 0;
      while (index < segments.length && (segments[index]?.end ?? 0) <= from) index += 1;
      at[coder] = index;
      const segment = segments[index];
      return segment !== undefined && segment.start <= from ? segment.value : 0;
    });
    const share = stretch / others;
    const valued = here.filter((value) => value !== 0).length;
    here.forEach((first, i) => {
      const row = lengths[first];
      if (row === undefined) return;
      here.forEach((second, j) => {
        if (i !== j) row[second] = (row[second] ?? 0) + share;
      });
      if (first === 0) return;
      const ofCoder = paired[i];
      const index = at[i] ?? 0;
      if (ofCoder !== undefined) ofCoder[index] = (ofCoder[index] ?? 0) + share * (valued - 1);
    });
  }
  coders.forEach((segments, coder) =>
    segments.forEach(({ value }, index) => {
      pairedOwn[value] = (pairedOwn[value] ?? 0) + (paired[coder]?.[index] ?? 0) ** 2;
    }),
  );
  return { lengths, own, pairedOwn };
}
