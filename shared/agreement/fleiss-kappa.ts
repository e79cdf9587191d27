import { categoryShares } from './category-shares.ts';
import { beyondChance, figure, undefinedBecause, type Figure } from './figure.ts';
import { percentAgreement } from './percent-agreement.ts';
import { sum, type Tally } from './ratings.ts';

/** P_e = Σ_k p_k². */
export function fleissExpected(tally: Tally): number {
  return sum(categoryShares(tally).map((share) => share ** 2));
}

/**
 * Fleiss' κ for any number of coders, who need not be the same persons for every unit: (P̄ − P_e) / (1 − P_e) with
 * P̄ the mean over units of (Σ_k n_ik² − n) / (n (n − 1)) and P_e = Σ_k p_k². With missing judgements in Gwet's form: p_k
 * over units with one judgement or more, P̄ over units with two or more.
 *
 * Source: Fleiss (1971), Psychological Bulletin 76, 378–382; Gwet (2014), ch. 2.
 */
export function fleissKappa(tally: Tally): Figure {
  const observed = percentAgreement(tally);
  return observed.value === null ? observed : beyondChance(observed.value, fleissExpected(tally));
}

/**
 * Fleiss' κ of one category: κ_k = 1 − Σ_i n_ik (n − n_ik) / (N n (n − 1) p_k (1 − p_k)). Every unit must have the same
 * number of judgements.
 *
 * Source: Fleiss (1971), equations 20 and 21.
 */
export function fleissKappaOfCategory({ patterns, times }: Tally, category: number): Figure {
  const used = patterns
    .map((counts, index) => ({ counts, often: times[index] ?? 0 }))
    .filter(({ often }) => often > 0);
  const coders = sum(used[0]?.counts ?? []);
  if (used.some(({ counts }) => sum(counts) !== coders)) return undefinedBecause('unequal numbers of coders');
  const units = sum(used.map(({ often }) => often));
  if (units === 0 || coders < 2) return undefinedBecause('no pairs');
  const inCategory = ({ counts }: { readonly counts: readonly number[] }): number => counts[category] ?? 0;
  const share = sum(used.map((kind) => kind.often * inCategory(kind))) / (units * coders);
  if (share === 0 || share === 1) return undefinedBecause('no variation');
  const split = sum(used.map((kind) => kind.often * inCategory(kind) * (coders - inCategory(kind))));
  return figure(1 - split / (units * coders * (coders - 1) * share * (1 - share)));
}
