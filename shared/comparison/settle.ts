import { assertNever } from '../assert.ts';
import type { TextRange } from '../text/text-range.ts';
import type { Outcome } from './comparison-contract.ts';
import type { Difference } from './differences.ts';

export interface SettledCoding extends TextRange {
  readonly codeUid: string;
  readonly weight: number | null;
}

export interface Settling {
  readonly outcome: Outcome;
  /** Whose reading stands, for `one coder`. */
  readonly position: number | null;
  readonly span: (TextRange & { readonly codeUid: string }) | null;
}

/** What goes into the consensus layer. Whose code is the same on the same ends is there once. */
export function consensusOf(
  difference: Difference,
  { outcome, position, span }: Settling,
): readonly SettledCoding[] {
  switch (outcome) {
    case 'one coder':
      return once((difference.sides[position ?? -1] ?? []).map((coding) => ({ ...coding })));
    case 'all':
      return once(allOf(difference));
    case 'new span':
      return span === null ? [] : [{ ...span, weight: null }];
    case 'neither':
    case 'unresolved':
      return [];
    default:
      return assertNever(outcome);
  }
}

/** Both codes; where it is one code with different ends, all the text that anybody gave it. */
function allOf(difference: Difference): readonly SettledCoding[] {
  const all = difference.sides.flat();
  const [codeUid] = difference.codeUids;
  if (difference.kind === 'boundary' || difference.kind === 'split or lump') {
    const weights = new Set(all.map(({ weight }) => weight));
    return codeUid === undefined
      ? []
      : [
          {
            codeUid,
            start: difference.start,
            end: difference.end,
            weight: weights.size === 1 ? (all[0]?.weight ?? null) : null,
          },
        ];
  }
  return all;
}

function once(codings: readonly SettledCoding[]): readonly SettledCoding[] {
  const seen = new Map<string, SettledCoding>();
  for (const { codeUid, start, end, weight } of codings) {
    const key = `${codeUid} ${start} ${end}`;
    if (!seen.has(key)) seen.set(key, { codeUid, start, end, weight });
  }
  return [...seen.values()];
}

/** Who gave in: whose reading is not the one that stands. Nobody does when all readings stand, or none was reached. */
export function yieldedBy(
  difference: Difference,
  { outcome, position }: Pick<Settling, 'outcome' | 'position'>,
): readonly number[] {
  const all = difference.sides.map((_, place) => place);
  switch (outcome) {
    case 'one coder':
      return all.filter((place) => place !== position && !sameReading(difference, place, position ?? -1));
    case 'new span':
      return all;
    case 'neither':
      return all.filter((place) => (difference.sides[place]?.length ?? 0) > 0);
    case 'all':
    case 'unresolved':
      return [];
    default:
      return assertNever(outcome);
  }
}

function sameReading({ sides }: Difference, one: number, other: number): boolean {
  const shape = (place: number): string =>
    (sides[place] ?? [])
      .map(({ codeUid, start, end }) => `${codeUid} ${start} ${end}`)
      .toSorted()
      .join(', ');
  return shape(one) === shape(other);
}
