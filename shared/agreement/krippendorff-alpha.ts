import { figure, undefinedBecause, type Figure } from './figure.ts';
import { sum, type Tally } from './ratings.ts';

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** How often a value stands beside another one in a unit, each pair weighted by 1 / (m_u − 1). */
export interface Coincidences {
  /** o_ck */
  readonly observed: readonly (readonly number[])[];
  /** n_c */
  readonly totals: readonly number[];
  /** n */
  readonly all: number;
}

export function coincidencesOf({ categories, patterns, times }: Tally): Coincidences {
  const observed = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  patterns.forEach((counts, index) => {
    const judgements = sum(counts);
    const often = times[index] ?? 0;
    if (judgements < 2 || often === 0) return;
    for (let c = 0; c < categories; c += 1) {
      const row = observed[c];
      const first = counts[c] ?? 0;
      if (row === undefined || first === 0) continue;
      for (let k = 0; k < categories; k += 1) {
        const second = (counts[k] ?? 0) - (c === k ? 1 : 0);
        row[k] = (row[k] ?? 0) + (often * first * second) / (judgements - 1);
      }
    }
  });
  const totals = observed.map((row) => sum(row));
  return { observed, totals, all: sum(totals) };
}

/** δ²_ck. `values` are the categories as numbers, in order; only their order matters for nominal and ordinal data. */
function difference(
  metric: Metric,
  values: readonly number[],
  totals: readonly number[],
  c: number,
  k: number,
): number {
  const [low, high] = [values[Math.min(c, k)] ?? 0, values[Math.max(c, k)] ?? 0];
  switch (metric) {
    case 'nominal':
      return c === k ? 0 : 1;
    case 'interval':
      return (high - low) ** 2;
    case 'ratio':
      return low + high === 0 ? 0 : ((high - low) / (high + low)) ** 2;
    case 'ordinal': {
      const between = sum(totals.slice(Math.min(c, k), Math.max(c, k) + 1));
      return (between - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
    }
  }
}

export interface Disagreement {
  /** D_o */
  readonly observed: number;
  /** D_e */
  readonly expected: number;
}

/** D_o = (1/n) Σ_ck o_ck δ²_ck and D_e = (1/(n (n − 1))) Σ_ck n_c n_k δ²_ck; null without a unit that two coders judged. */
export function disagreement(
  tally: Tally,
  metric: Metric = 'nominal',
  values: readonly number[] = Array.from({ length: tally.categories }, (_, index) => index),
): Disagreement | null {
  const { observed, totals, all } = coincidencesOf(tally);
  if (all === 0) return null;
  let seen = 0;
  let byChance = 0;
  for (let c = 0; c < tally.categories; c += 1) {
    for (let k = 0; k < tally.categories; k += 1) {
      if (c === k) continue;
      const squared = difference(metric, values, totals, c, k);
      seen += (observed[c]?.[k] ?? 0) * squared;
      byChance += (totals[c] ?? 0) * (totals[k] ?? 0) * squared;
    }
  }
  return { observed: seen / all, expected: byChance / (all * (all - 1)) };
}

/**
 * Krippendorff's α = 1 − D_o / D_e, for any number of coders, with missing judgements, and for nominal, ordinal, interval
 * and ratio data: δ² is [c ≠ k], (Σ_{g=c..k} n_g − (n_c + n_k) / 2)², (c − k)² and ((c − k) / (c + k))².
 *
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; (2019), Content Analysis, 4th ed., ch. 12.
 */
export function krippendorffAlpha(
  tally: Tally,
  metric: Metric = 'nominal',
  values?: readonly number[],
): Figure {
  const parts = disagreement(tally, metric, values);
  if (parts === null) return undefinedBecause('no pairs');
  if (parts.expected === 0) return undefinedBecause('no variation');
  return figure(1 - parts.observed / parts.expected);
}

/**
 * α of one category against all others: 1 − (n − 1)(n_c − o_cc) / (n_c (n − n_c)).
 *
 * Source: Krippendorff (1980), Content Analysis, p. 150.
 */
export function krippendorffAlphaOfCategory(tally: Tally, category: number): Figure {
  const { observed, totals, all } = coincidencesOf(tally);
  if (all === 0) return undefinedBecause('no pairs');
  const total = totals[category] ?? 0;
  if (total === 0 || total === all) return undefinedBecause('no variation');
  const alone = total - (observed[category]?.[category] ?? 0);
  return figure(1 - ((all - 1) * alone) / (total * (all - total)));
}
