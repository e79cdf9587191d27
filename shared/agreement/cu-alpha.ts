import { codedMargins } from './continuum-margins.ts';
import type { ContinuumSums } from './continuum.ts';
import { figure, undefinedBecause, type Figure } from './figure.ts';
import { sum } from './ratings.ts';

/**
 * cuα: agreement on what to call the text that two coders both found worth a code. It is uα on the part of the
 * coincidences without φ, with κ*_c from the average pairable length.
 *
 * Source: Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364, equation 36.
 */
export function cuAlpha(sums: ContinuumSums): Figure {
  const { totals, all, pairable } = codedMargins(sums);
  if (all === 0) return undefinedBecause('no shared text');
  const same = sum(sums.lengths.map((row, value) => (value === 0 ? 0 : (row[value] ?? 0))));
  const unlike = all ** 2 - sum(totals.map((total) => total ** 2));
  // What is left of equal squares may miss 0 by a rounding.
  if (pairable <= 0 || unlike <= all ** 2 * 1e-12) return undefinedBecause('no variation');
  return figure(1 - (all - same) / ((all * unlike) / pairable));
}
