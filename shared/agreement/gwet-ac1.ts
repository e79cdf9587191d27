import { categoryShares } from './category-shares.ts';
import { beyondChance, undefinedBecause, type Figure } from './figure.ts';
import { percentAgreement } from './percent-agreement.ts';
import { sum, type Tally } from './ratings.ts';

/** p_e = (1 / (q − 1)) Σ_k π_k (1 − π_k). */
export function gwetExpected(tally: Tally): number {
  return sum(categoryShares(tally).map((share) => share * (1 - share))) / (tally.categories - 1);
}

/**
 * Gwet's AC1: (p_a − p_e) / (1 − p_e). Chance is small where nearly all judgements are alike, so it stays high for rare
 * codes, where κ, π and α fall. When only one category was used at all, nothing shows that the coders can tell it from
 * another, and the figure is given as undefined (other programs return 1).
 *
 * Source: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29–48.
 */
export function gwetAc1(tally: Tally): Figure {
  const observed = percentAgreement(tally);
  if (observed.value === null) return observed;
  const used = categoryShares(tally).filter((share) => share > 0).length;
  if (used < 2) return undefinedBecause('no variation');
  return beyondChance(observed.value, gwetExpected(tally));
}
