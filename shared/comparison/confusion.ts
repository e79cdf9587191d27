import type { Difference } from './differences.ts';

export interface Confusion {
  /** Codes that are confused with any other, in the order of the codebook. */
  readonly codeUids: readonly string[];
  /** By row (the code of the first coder) and column (of the second): passages. The last place is “nothing”. */
  readonly counts: readonly (readonly number[])[];
  /** The largest count off the diagonal, for the colours. */
  readonly most: number;
}

/**
 * How often the code of one coder stands against that of another on the same text. The diagonal are passages to which both
 * gave the code, with whatever ends; the last row and column those to which only one gave it.
 */
export function confusionOf(
  differences: readonly Difference[],
  agreedByCode: Readonly<Record<string, number>>,
  codeUids: readonly string[],
  first: number,
  second: number,
): Confusion {
  const counts = new Map<string, number>();
  const add = (row: string, column: string, often = 1): void => {
    const key = `${row} ${column}`;
    counts.set(key, (counts.get(key) ?? 0) + often);
  };
  const used = new Set<string>();
  for (const { kind, sides } of differences) {
    const [one, other] = [codesIn(sides[first]), codesIn(sides[second])];
    if (one.length === 0 && other.length === 0) continue;
    const rows = one.length === 0 ? [NOTHING] : one;
    const columns = other.length === 0 ? [NOTHING] : other;
    for (const row of rows) for (const column of columns) add(row, column);
    if (kind === 'other code') for (const uid of [...one, ...other]) used.add(uid);
    else if (one.length === 0 || other.length === 0) for (const uid of [...one, ...other]) used.add(uid);
  }
  for (const [uid, often] of Object.entries(agreedByCode)) add(uid, uid, often);
  const shown = codeUids.filter((uid) => used.has(uid));
  const places = [...shown, NOTHING];
  const table = places.map((row) => places.map((column) => counts.get(`${row} ${column}`) ?? 0));
  return {
    codeUids: shown,
    counts: table,
    most: Math.max(
      0,
      ...table.flatMap((row, i) => row.filter((_, j) => i !== j && i < shown.length && j < shown.length)),
    ),
  };
}

const NOTHING = '';

function codesIn(side: Difference['sides'][number] | undefined): readonly string[] {
  return [...new Set((side ?? []).map(({ codeUid }) => codeUid))];
}
