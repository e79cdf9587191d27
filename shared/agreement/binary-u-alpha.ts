import { wholeMargins } from './continuum-margins.ts';
import type { ContinuumSums } from './continuum.ts';
import { figure, undefinedBecause, type Figure } from './figure.ts';
import { sum } from './ratings.ts';

/**
 * |uα: uα with all values merged into one against φ. Agreement on which text is relevant at all, whatever it is called;
 * for a single code, on where that code applies.
 *
 * Source: Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364.
 */
export function binaryUAlpha(sums: ContinuumSums): Figure {
  const { totals, all, pairable } = wholeMargins(sums);
  if (all === 0) return undefinedBecause('no text');
  const blank = totals[0] ?? 0;
  const observed = 2 * sum((sums.lengths[0] ?? []).slice(1));
  const expected = pairable <= 0 ? 0 : (all * 2 * blank * (all - blank)) / pairable;
  return expected === 0 ? undefinedBecause('no variation') : figure(1 - observed / expected);
}
