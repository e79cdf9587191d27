import { figure, undefinedBecause, type Figure } from './figure.ts';
import { sum, type Tally } from './ratings.ts';

/**
 * Observed agreement. Two coders: p_o = (1/N) Σ_i [a_i = b_i]. Several coders, some of them missing:
 * p_a = (1/N') Σ_i Σ_k n_ik (n_ik − 1) / (n_i (n_i − 1)) over the N' units with n_i ≥ 2 judgements.
 *
 * Source: Fleiss (1971), Psychological Bulletin 76, 378–382; with missing judgements Gwet (2014), Handbook of Inter-Rater
 * Reliability, ch. 2.
 */
export function percentAgreement({ patterns, times }: Tally): Figure {
  let units = 0;
  let agreeing = 0;
  patterns.forEach((counts, index) => {
    const judgements = sum(counts);
    const often = times[index] ?? 0;
    if (judgements < 2 || often === 0) return;
    units += often;
    let pairs = 0;
    for (const count of counts) pairs += count * (count - 1);
    agreeing += (often * pairs) / (judgements * (judgements - 1));
  });
  return units === 0 ? undefinedBecause('no pairs') : figure(agreeing / units);
}
