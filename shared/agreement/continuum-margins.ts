import type { ContinuumSums } from './continuum.ts';
import { sum } from './ratings.ts';

export interface Margins {
  /** ℓ_c· */
  readonly totals: readonly number[];
  /** ℓ_·· */
  readonly all: number;
  /** ℓ_··² − Σ_c κ_c: all that can be paired. */
  readonly pairable: number;
}

/** Of the whole continuum, φ included. */
export function wholeMargins({ lengths, own }: ContinuumSums): Margins {
  const totals = lengths.map((row) => sum(row));
  const all = sum(totals);
  return { totals, all, pairable: all ** 2 - sum(own) };
}

/** Of the text that two coders gave a value; place 0 (φ) is empty. */
export function codedMargins({ lengths, pairedOwn }: ContinuumSums): Margins {
  const totals = lengths.map((row, value) => (value === 0 ? 0 : sum(row.slice(1))));
  const all = sum(totals);
  return { totals, all, pairable: all ** 2 - sum(pairedOwn) };
}
