import type { VariableAgreement } from './agreement-result.ts';
import { sayWhy } from './figure.ts';

type Explained = Pick<
  VariableAgreement,
  | 'percent'
  | 'alpha'
  | 'ac1'
  | 'kappa'
  | 'pi'
  | 'binaryU'
  | 'prevalence'
  | 'unitsCoded'
  | 'unitsAll'
  | 'unitsSome'
  | 'spansCoded'
>;

/** Below this share of the judgements a code is rare. */
const RARE = 0.1;
/** From here on two figures say different things. */
const APART = 0.2;

/** In words, why coefficients of one code differ or are missing; null when there is nothing to explain. */
export function explainFigures(figures: Explained, coderNames: readonly string[]): string | null {
  const sentences = [
    undefinedOne(figures),
    rare(figures),
    unequal(figures, coderNames),
    boundaries(figures),
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join(' ');
}

function undefinedOne({ alpha, percent, spansCoded }: Explained): string | null {
  if (alpha.figure.value !== null) return null;
  if (spansCoded.every((count) => count === 0)) {
    return 'Nobody used this code, so there is nothing to agree on: the coefficients are undefined, which is neither 0 nor 1.';
  }
  if (percent.figure.value === null) return null;
  return `Krippendorff’s α is undefined: ${sayWhy(alpha.figure.why)}.`;
}

function rare({ percent, alpha, ac1, prevalence, unitsAll, unitsSome }: Explained): string | null {
  const [observed, corrected, gwet] = [percent.figure.value, alpha.figure.value, ac1.figure.value];
  if (observed === null || corrected === null || prevalence === null || prevalence >= RARE) return null;
  const lowest = Math.min(observed, gwet ?? observed);
  if (lowest - corrected < APART) return null;
  const touched = unitsAll + unitsSome;
  return (
    `The code is rare: it is ${percentOf(prevalence)} of all judgements. Nearly all agreement is about where it does not apply, ` +
    `which is easy to reach by chance; so percent and AC1 are high while α is low. Of the ${touched} ` +
    `${touched === 1 ? 'unit' : 'units'} in which anybody used it, all used it in ${unitsAll}.`
  );
}

function unequal({ kappa, pi, unitsCoded }: Explained, names: readonly string[]): string | null {
  if (kappa.figure.value === null || pi.value === null || kappa.figure.value - pi.value < 0.02) return null;
  const [first = 0, second = 0] = unitsCoded;
  return (
    `The coders use it unequally often (${names[0] ?? ''} ${first}, ${names[1] ?? ''} ${second}): Cohen’s κ takes that for granted ` +
    `and comes out higher than π and α, which count it as disagreement.`
  );
}

function boundaries({ alpha, binaryU }: Explained): string | null {
  const [byUnit, bySpan] = [alpha.figure.value, binaryU.figure.value];
  if (byUnit === null || bySpan === null || byUnit - bySpan < APART) return null;
  return 'They agree on where the code applies, less on where the passages begin and end: α counts whole units, |uα every stretch of text.';
}

function percentOf(share: number): string {
  return `${(share * 100).toLocaleString('en-GB', { maximumFractionDigits: 1 })} %`;
}
