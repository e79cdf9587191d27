import type { Code } from '#shared/codebook/codebook-contract.ts';

/** What a weight means: the name of the pole, or the number where the code has no poles. Null when not marked. */
export function poleName(
  code: Pick<Code, 'poleLow' | 'poleHigh'> | undefined,
  weight: number | null,
): string | null {
  if (weight === null) return null;
  const pole = weight < 0 ? code?.poleLow : weight > 0 ? code?.poleHigh : null;
  return pole ?? (weight > 0 ? `+${weight}` : String(weight).replace('-', '−'));
}
