/** Why a coefficient has no value. Undefined is neither 0 nor 1, and is never shown as a number. */
export type WhyUndefined =
  | 'no units'
  | 'no pairs'
  | 'no variation'
  | 'one category'
  | 'unequal numbers of coders'
  | 'two coders only'
  | 'no shared text'
  | 'no text'
  | 'codes overlap';

/** A coefficient, or why there is none. */
export type Figure =
  { readonly value: number; readonly why?: undefined } | { readonly value: null; readonly why: WhyUndefined };

export function figure(value: number): Figure {
  return { value };
}

export function undefinedBecause(why: WhyUndefined): Figure {
  return { value: null, why };
}

/** (observed − expected) / (1 − expected): the form that all chance-corrected coefficients share. */
export function beyondChance(observed: number, expected: number): Figure {
  // Sums of fractions that make 1 may miss it by a rounding.
  if (1 - expected < 1e-12) return undefinedBecause('no variation');
  return figure((observed - expected) / (1 - expected));
}

const SENTENCES: Readonly<Record<WhyUndefined, string>> = {
  'no units': 'there is nothing that these coders both judged',
  'no pairs': 'no unit was judged by two coders',
  'no variation':
    'there is no variation: all judgements are the same, so there is nothing to agree on beyond chance',
  'one category': 'there is only one category',
  'unequal numbers of coders': 'the units were judged by different numbers of coders',
  'two coders only': 'it is defined for two coders',
  'no shared text': 'no text was coded by two coders',
  'no text': 'there is no text in scope',
  'codes overlap': 'a coder gave two codes of this domain to the same text, so they are not exclusive',
};

/** For a sentence that begins with “undefined: ”. */
export function sayWhy(why: WhyUndefined): string {
  return SENTENCES[why];
}
