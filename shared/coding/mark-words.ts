import type { Code } from '../codebook/codebook-contract.ts';

/** What a weight means, in quotation marks where it is a name. */
export function poleWord(
  code: Pick<Code, 'poleLow' | 'poleHigh'> | undefined,
  weight: number | null,
): string {
  if (weight === null) return 'no pole';
  const pole = weight < 0 ? code?.poleLow : weight > 0 ? code?.poleHigh : null;
  return pole === null || pole === undefined
    ? weight > 0
      ? `+${weight}`
      : String(weight).replace('-', '−')
    : `“${pole}”`;
}

const CERTAINTY = ['“unsure”', '“fairly sure”', '“sure”'];

/** How sure a coder is, in words. */
export function certaintyWord(certainty: number | null): string {
  return certainty === null ? 'no certainty' : (CERTAINTY[certainty - 1] ?? String(certainty));
}
