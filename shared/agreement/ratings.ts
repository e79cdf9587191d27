export type Value = string | number;

/** What coders said of units: one row a unit, one column a coder, null where a coder did not judge. */
export type Ratings = readonly (readonly (Value | null)[])[];

/**
 * Units that look alike, counted together: how many coders put such a unit in each category, and how often that came.
 * Coefficients of several coders need no more than this, and it adds up over transcripts.
 */
export interface Tally {
  readonly categories: number;
  /** Judgements by category, for each kind of unit. */
  readonly patterns: readonly (readonly number[])[];
  /** How many units look like that. */
  readonly times: ArrayLike<number>;
}

/** Two coders against each other: rows are what the first said, columns what the second said. */
export type Table = readonly (readonly number[])[];

/** The values that occur, in order: numbers by size, words by letter. */
export function valuesOf(ratings: Ratings): readonly Value[] {
  const values = new Set(ratings.flat().filter((value) => value !== null));
  return [...values].toSorted((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  );
}

export function tallyOf(ratings: Ratings, values: readonly Value[] = valuesOf(ratings)): Tally {
  const place = new Map(values.map((value, index) => [value, index]));
  return tallyOfCounts(
    ratings.map((row) => {
      const counts = values.map(() => 0);
      for (const value of row) {
        const index = value === null ? undefined : place.get(value);
        if (index !== undefined) counts[index] = (counts[index] ?? 0) + 1;
      }
      return counts;
    }),
  );
}

/** From how many coders put each unit in each category. */
export function tallyOfCounts(counts: readonly (readonly number[])[]): Tally {
  const kinds = new Map<string, { readonly pattern: readonly number[]; times: number }>();
  for (const pattern of counts) {
    const key = pattern.join(' ');
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { pattern, times: 1 });
    else kind.times += 1;
  }
  return {
    categories: counts[0]?.length ?? 0,
    patterns: [...kinds.values()].map(({ pattern }) => pattern),
    times: [...kinds.values()].map(({ times }) => times),
  };
}

/** Only units that both coders judged. */
export function tableOf(ratings: Ratings, values: readonly Value[] = valuesOf(ratings)): Table {
  const place = new Map<Value, number>(values.map((value, index) => [value, index]));
  const table = values.map(() => values.map(() => 0));
  for (const [first, second] of ratings) {
    const row = table[first === null || first === undefined ? -1 : (place.get(first) ?? -1)];
    const column = second === null || second === undefined ? -1 : (place.get(second) ?? -1);
    if (row !== undefined && column !== -1) row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}

/** A table of two coders as units that were judged twice. */
export function tallyOfTable(table: Table): Tally {
  const patterns: number[][] = [];
  const times: number[] = [];
  table.forEach((row, first) =>
    row.forEach((count, second) => {
      const pattern = table.map(() => 0);
      pattern[first] = (pattern[first] ?? 0) + 1;
      pattern[second] = (pattern[second] ?? 0) + 1;
      patterns.push(pattern);
      times.push(count);
    }),
  );
  return { categories: table.length, patterns, times };
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
