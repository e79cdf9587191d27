import { codedMargins, wholeMargins } from './continuum-margins.ts';
import type { ContinuumSums } from './continuum.ts';
import { figure, undefinedBecause, type Figure } from './figure.ts';

/**
 * (k)uα of one value: 1 − (ℓ*_k· − ℓ*_kk) / (ε*_k· − ε*_kk), how reliably k is told from the other values on text that
 * two coders both gave a value. The row of the expected coincidences sums to that of the observed ones (ε*_k· = ℓ*_k·), so
 * a value on which the coders never meet has 0.
 *
 * Source: Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364.
 */
export function kUAlpha(sums: ContinuumSums, value: number): Figure {
  const { totals, all, pairable } = codedMargins(sums);
  const total = totals[value] ?? 0;
  if (total === 0) return undefinedBecause('no shared text');
  if (pairable <= 0) return undefinedBecause('no variation');
  const expected = total - (all * (total ** 2 - (sums.pairedOwn[value] ?? 0))) / pairable;
  if (expected <= all * 1e-12) return undefinedBecause('no variation');
  return figure(1 - (total - (sums.lengths[value]?.[value] ?? 0)) / expected);
}

/** ℓ*_k· / ℓ_k·: the share of all text with the value on which (k)uα rests. */
export function coverage(sums: ContinuumSums, value: number): Figure {
  const total = wholeMargins(sums).totals[value] ?? 0;
  if (total === 0) return undefinedBecause('no variation');
  return figure((codedMargins(sums).totals[value] ?? 0) / total);
}
