import { beyondChance, undefinedBecause, type Figure } from './figure.ts';
import { percentAgreement } from './percent-agreement.ts';
import { sum, tallyOf, valuesOf, type Ratings, type Value } from './ratings.ts';

/**
 * p_e = Σ_k (p̄_k² − s_k² / r), with p_gk the share of coder g's judgements in category k, p̄_k its mean and s_k² its
 * variance over the r coders.
 */
export function congerExpected(ratings: Ratings, values: readonly Value[] = valuesOf(ratings)): number {
  const coders = ratings[0]?.length ?? 0;
  const shares = Array.from({ length: coders }, (_, coder) => {
    const said = ratings.map((row) => row[coder] ?? null).filter((value) => value !== null);
    return values.map((value) => said.filter((other) => other === value).length / said.length);
  });
  return sum(
    values.map((_, k) => {
      const ofCategory = shares.map((share) => share[k] ?? 0);
      const mean = sum(ofCategory) / coders;
      const variance = sum(ofCategory.map((share) => (share - mean) ** 2)) / (coders - 1);
      return mean ** 2 - variance / coders;
    }),
  );
}

/**
 * Conger's κ: Cohen's κ for several coders who each keep their own frequencies. For two it is Cohen's.
 *
 * Source: Conger (1980), Psychological Bulletin 88, 322–328; with missing judgements Gwet (2014), ch. 2.
 */
export function congerKappa(ratings: Ratings, values: readonly Value[] = valuesOf(ratings)): Figure {
  const observed = percentAgreement(tallyOf(ratings, values));
  if (observed.value === null) return observed;
  const coders = ratings[0]?.length ?? 0;
  if (
    Array.from({ length: coders }).some((_, coder) => ratings.every((row) => (row[coder] ?? null) === null))
  ) {
    return undefinedBecause('no pairs');
  }
  return beyondChance(observed.value, congerExpected(ratings, values));
}
