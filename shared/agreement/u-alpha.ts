import { wholeMargins } from './continuum-margins.ts';
import type { ContinuumSums } from './continuum.ts';
import { figure, undefinedBecause, type Figure } from './figure.ts';
import { sum } from './ratings.ts';

/** Σ_{c≠k} ℓ_ck and Σ_{c≠k} ε_ck, with ε_ck = ℓ_·· (ℓ_c· ℓ_·k − [c = k] κ_c) / (ℓ_··² − Σ_c κ_c). */
export function uAlphaParts(sums: ContinuumSums): { readonly observed: number; readonly expected: number } {
  const { totals, all, pairable } = wholeMargins(sums);
  const same = sum(sums.lengths.map((row, value) => row[value] ?? 0));
  const unlike = all ** 2 - sum(totals.map((total) => total ** 2));
  return { observed: all - same, expected: pairable <= 0 ? 0 : (all * unlike) / pairable };
}

/**
 * uα = 1 − Σ_{c≠k} ℓ_ck / Σ_{c≠k} ε_ck: agreement on where the segments lie and on what they are called.
 *
 * Source: Krippendorff et al. (2016), Quality & Quantity 50, 2347–2364; Krippendorff (2019), § 12.6.
 */
export function uAlpha(sums: ContinuumSums): Figure {
  const { observed, expected } = uAlphaParts(sums);
  if (wholeMargins(sums).all === 0) return undefinedBecause('no text');
  return expected === 0 ? undefinedBecause('no variation') : figure(1 - observed / expected);
}
