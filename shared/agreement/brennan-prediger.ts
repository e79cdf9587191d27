import { beyondChance, undefinedBecause, type Figure } from './figure.ts';
import { percentAgreement } from './percent-agreement.ts';
import type { Tally } from './ratings.ts';

/**
 * Brennan and Prediger's coefficient (Bennett's S, Randolph's free-marginal κ): p_e = 1/q, with q the categories that the
 * coders could choose from, used or not.
 *
 * Source: Brennan & Prediger (1981), Educational and Psychological Measurement 41, 687–699.
 */
export function brennanPrediger(tally: Tally): Figure {
  const observed = percentAgreement(tally);
  if (observed.value === null) return observed;
  if (tally.categories < 2) return undefinedBecause('one category');
  return beyondChance(observed.value, 1 / tally.categories);
}
