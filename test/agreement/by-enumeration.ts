import type { Segment } from '#shared/agreement/continuum.ts';
import type { Ratings } from '#shared/agreement/ratings.ts';

/** Nominal α without a coincidence matrix: every pair of judgements is looked at on its own. */
export function alphaByEnumeration(ratings: Ratings): number | null {
  const units = ratings.map((row) => row.filter((value) => value !== null)).filter((row) => row.length >= 2);
  const all = units.flat();
  if (all.length === 0) return null;
  let observed = 0;
  for (const row of units) {
    row.forEach((a, i) => row.forEach((b, j) => (observed += i !== j && a !== b ? 1 / (row.length - 1) : 0)));
  }
  let unlike = 0;
  all.forEach((a, i) => all.forEach((b, j) => (unlike += i !== j && a !== b ? 1 : 0)));
  if (unlike === 0) return null;
  return 1 - observed / all.length / (unlike / (all.length * (all.length - 1)));
}

interface Piece {
  readonly coder: number;
  readonly position: number;
  readonly value: number;
  /** Which segment it belongs to; a piece without a value is one of its own. */
  readonly segment: string;
}

/** uα from pieces of length one: each paired with all others of all coders, but a segment never with itself. */
export function uAlphaByEnumeration(
  coders: readonly (readonly Segment[])[],
  length: number,
  kind: 'values' | 'binary',
): number | null {
  const pieces: Piece[] = [];
  for (let coder = 0; coder < coders.length; coder += 1) {
    for (let position = 0; position < length; position += 1) {
      const index = (coders[coder] ?? []).findIndex(({ start, end }) => start <= position && position < end);
      const value = coders[coder]?.[index]?.value ?? 0;
      pieces.push({
        coder,
        position,
        value: kind === 'binary' ? Math.min(value, 1) : value,
        segment: index === -1 ? `${coder} at ${position}` : `${coder} segment ${index}`,
      });
    }
  }
  let observed = 0;
  let unlike = 0;
  let allowed = 0;
  for (const a of pieces) {
    for (const b of pieces) {
      const differ = a.value === b.value ? 0 : 1;
      if (a.coder !== b.coder && a.position === b.position) observed += differ / (coders.length - 1);
      if (a.segment === b.segment) continue;
      allowed += 1;
      unlike += differ;
    }
  }
  if (unlike === 0) return null;
  return 1 - observed / pieces.length / (unlike / allowed);
}
