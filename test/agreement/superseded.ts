type Span = readonly [start: number, end: number, code: string];

interface Stretch {
  readonly start: number;
  readonly length: number;
  readonly coded: boolean;
}

function stretchesOf(spans: readonly Span[], length: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start > at) stretches.push({ start: at, length: start - at, coded: false });
    stretches.push({ start, length: end - start, coded: true });
    at = end;
  }
  if (at < length) stretches.push({ start: at, length: length - at, coded: false });
  return stretches;
}

function squaredDifference(a: Stretch, b: Stretch): number {
  if (a.coded && b.coded) {
    const meet = a.start < b.start + b.length && b.start < a.start + a.length;
    return meet ? (a.start - b.start) ** 2 + (a.start + a.length - b.start - b.length) ** 2 : 0;
  }
  const [coded, gap] = a.coded ? [a, b] : [b, a];
  const inside = gap.start <= coded.start && coded.start + coded.length <= gap.start + gap.length;
  return coded.coded && !gap.coded && inside ? coded.length ** 2 : 0;
}

/**
 * α_U with squared differences, Krippendorff (1995), superseded by the family of 2016 and therefore not in the product:
 * only here, to show that positions and gaps are read as the published examples read them.
 */
export function olderAlphaU(categories: readonly (readonly (readonly Span[])[])[], length: number) {
  let observed = 0;
  let expected = 0;
  for (const coders of categories) {
    const all = coders.map((spans) => stretchesOf(spans, length));
    const m = coders.length;
    let squares = 0;
    for (const [i, first] of all.entries()) {
      for (const [j, second] of all.entries()) {
        if (i === j) continue;
        for (const a of first) for (const b of second) squares += squaredDifference(a, b);
      }
    }
    observed += squares / (m * (m - 1) * length ** 2);
    const flat = all.flat();
    const codedOnes = flat.filter(({ coded }) => coded);
    let chance = 0;
    let same = 0;
    for (const { length: l } of codedOnes) {
      chance += ((codedOnes.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
      for (const gap of flat) if (!gap.coded && gap.length >= l) chance += l ** 2 * (gap.length - l + 1);
      same += l * (l - 1);
    }
    expected += ((2 / length) * chance) / (m * length * (m * length - 1) - same);
  }
  return { observed, expected, alpha: 1 - observed / expected };
}

interface Costs {
  readonly alpha: number;
  readonly beta: number;
  readonly delta_empty: number;
}

/**
 * The disorder of the best alignment that γ starts from (Mathet, Widlöcher & Métivier 2015), by trying every partition
 * into tuples with memory of what is left.
 */
export function bestAlignmentDisorder(
  coders: readonly (readonly Span[])[],
  { alpha, beta, delta_empty: empty }: Costs,
): number {
  const pair = (u: Span | null, v: Span | null): number => {
    if (u === null || v === null) return empty;
    const shift = (Math.abs(u[0] - v[0]) + Math.abs(u[1] - v[1])) / (u[1] - u[0] + v[1] - v[0]);
    return alpha * shift ** 2 * empty + beta * (u[2] === v[2] ? 0 : 1) * empty;
  };
  const disorderOf = (tuple: readonly (Span | null)[]): number => {
    let total = 0;
    let pairs = 0;
    for (let i = 0; i < tuple.length; i += 1) {
      for (let j = i + 1; j < tuple.length; j += 1) {
        total += pair(tuple[i] ?? null, tuple[j] ?? null);
        pairs += 1;
      }
    }
    return total / pairs;
  };
  let offset = 0;
  const offsets = coders.map((spans) => (offset += spans.length) - spans.length);
  const known = new Map<number, number>();
  const best = (taken: number): number => {
    const remembered = known.get(taken);
    if (remembered !== undefined) return remembered;
    let first = 0;
    while ((taken >> first) & 1) first += 1;
    if (first >= offset) return 0;
    const owner = offsets.findLastIndex((start) => start <= first);
    let least = Number.POSITIVE_INFINITY;
    const fill = (coder: number, tuple: readonly (Span | null)[], mask: number): void => {
      if (coder === coders.length) {
        least = Math.min(least, disorderOf(tuple) + best(mask));
        return;
      }
      const spans = coders[coder] ?? [];
      if (coder === owner) {
        fill(coder + 1, [...tuple, spans[first - (offsets[coder] ?? 0)] ?? null], mask | (1 << first));
        return;
      }
      fill(coder + 1, [...tuple, null], mask);
      spans.forEach((span, index) => {
        const bit = 1 << ((offsets[coder] ?? 0) + index);
        if ((mask & bit) === 0) fill(coder + 1, [...tuple, span], mask | bit);
      });
    };
    fill(0, [], taken);
    known.set(taken, least);
    return least;
  };
  return best(0) / (offset / coders.length);
}
