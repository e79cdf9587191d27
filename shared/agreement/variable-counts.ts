import { continuumSums, type ContinuumSums } from './continuum.ts';
import type { Judged } from './count-variable.ts';
import type { ComparedTranscript } from './compared.ts';
import type { Table, Tally } from './ratings.ts';

/**
 * All that the figures of one variable rest on, as one row of numbers for each transcript. Rows add up, so the study, a
 * resample and the study without one transcript are weighted sums of rows.
 */
export interface VariableCounts {
  /** What each coder said of a unit: 0 not coded, 1 and up the value, -1 for a coder who is missing. */
  readonly vectors: readonly (readonly number[])[];
  /** Values of the variable, without “not coded”. */
  readonly values: number;
  readonly coders: number;
  readonly rows: readonly Float64Array[];
}

export function countVariable(
  transcripts: readonly ComparedTranscript[],
  judged: readonly (readonly (Judged | null)[])[],
  values: number,
): VariableCounts {
  const coders = judged[0]?.length ?? 0;
  // What all coders said of a unit, as one number: a digit for each coder.
  const base = values + 2;
  const places = new Map<number, number>();
  const vectors: (readonly number[])[] = [];
  const placeOf = (key: number): number => {
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, vectors.length);
    vectors.push(Array.from({ length: coders }, (_, coder) => (Math.floor(key / base ** coder) % base) - 1));
    return vectors.length - 1;
  };
  const counted = transcripts.map((transcript, index) => {
    const ofCoders = judged[index] ?? [];
    let untouched = 0;
    ofCoders.forEach((each, coder) => (untouched += each === null ? 0 : base ** coder));
    const keys = new Map<number, number>();
    ofCoders.forEach((each, coder) => {
      if (each === null) return;
      const digit = base ** coder;
      for (const [unit, value] of each.values) keys.set(unit, (keys.get(unit) ?? untouched) + value * digit);
    });
    const times = new Map<number, number>();
    for (const key of keys.values()) times.set(key, (times.get(key) ?? 0) + 1);
    const blank = transcript.units.length - keys.size;
    if (blank > 0) times.set(untouched, (times.get(untouched) ?? 0) + blank);
    return {
      times: [...times].map(([key, often]) => [placeOf(key), often] as const),
      sums: sumsOf(transcript, ofCoders, values),
    };
  });
  const rows = counted.map(({ times, sums }) => {
    const row = new Float64Array(vectors.length + lengthOfSums(values));
    for (const [place, often] of times) row[place] = often;
    row.set([...sums.lengths.flat(), ...sums.own, ...sums.pairedOwn], vectors.length);
    return row;
  });
  return { vectors, values, coders, rows };
}

function sumsOf(
  { length }: ComparedTranscript,
  ofCoders: readonly (Judged | null)[],
  values: number,
): ContinuumSums {
  const present = ofCoders.filter((each) => each !== null);
  // Segments that overlap are no partition; the figures that would rest on them are refused (see variable-figures.ts).
  if (present.some(({ overlapping }) => overlapping))
    return continuumSums(
      present.map(() => []),
      0,
      values,
    );
  return continuumSums(
    present.map(({ segments }) => segments),
    length,
    values,
  );
}

const lengthOfSums = (values: number): number => (values + 1) * (values + 3);

export function weightedSum(
  { rows, vectors, values }: VariableCounts,
  weights: ArrayLike<number>,
): Float64Array {
  const totals = new Float64Array(vectors.length + lengthOfSums(values));
  for (let index = 0; index < rows.length; index += 1) {
    const weight = weights[index] ?? 0;
    const row = rows[index];
    if (weight === 0 || row === undefined) continue;
    for (let place = 0; place < totals.length; place += 1)
      totals[place] = (totals[place] ?? 0) + weight * (row[place] ?? 0);
  }
  return totals;
}

/** How many coders put a unit of each kind in each category; the same for every weighting. */
export function patternsOf({ vectors, values }: VariableCounts): readonly (readonly number[])[] {
  return vectors.map((vector) =>
    Array.from({ length: values + 1 }, (_, value) => vector.filter((said) => said === value).length),
  );
}

export function tallyFrom(
  { values }: VariableCounts,
  patterns: readonly (readonly number[])[],
  totals: Float64Array,
): Tally {
  return { categories: values + 1, patterns, times: totals };
}

/** For two coders; null for more. */
export function tableFrom({ vectors, values, coders }: VariableCounts, totals: Float64Array): Table | null {
  if (coders !== 2) return null;
  const table = Array.from({ length: values + 1 }, () => Array.from({ length: values + 1 }, () => 0));
  vectors.forEach(([first, second], place) => {
    const row = table[first ?? -1];
    if (row !== undefined && second !== undefined && second >= 0)
      row[second] = (row[second] ?? 0) + (totals[place] ?? 0);
  });
  return table;
}

export function sumsFrom({ vectors, values }: VariableCounts, totals: Float64Array): ContinuumSums {
  const size = values + 1;
  const at = vectors.length;
  return {
    lengths: Array.from({ length: size }, (_, c) => [...totals.subarray(at + c * size, at + (c + 1) * size)]),
    own: [...totals.subarray(at + size * size, at + size * size + size)],
    pairedOwn: [...totals.subarray(at + size * size + size, at + size * size + 2 * size)],
  };
}
