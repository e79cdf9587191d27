import { sum, type Tally } from './ratings.ts';

/**
 * π_k = (1/N) Σ_i n_ik / n_i over the N units with at least one judgement: how often each category is chosen, every unit
 * counting alike. Without missing judgements it is the plain share.
 *
 * Source: Gwet (2014), Handbook of Inter-Rater Reliability, ch. 2.
 */
export function categoryShares({ categories, patterns, times }: Tally): readonly number[] {
  const shares = Array.from({ length: categories }, () => 0);
  let units = 0;
  patterns.forEach((counts, index) => {
    const judgements = sum(counts);
    const often = times[index] ?? 0;
    if (judgements === 0 || often === 0) return;
    units += often;
    for (let k = 0; k < categories; k += 1) {
      shares[k] = (shares[k] ?? 0) + (often * (counts[k] ?? 0)) / judgements;
    }
  });
  return shares.map((share) => share / units);
}
