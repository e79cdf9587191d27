import type { ResampledBinary } from './resampled-binary.ts';
import type { VariableCounts } from './variable-counts.ts';

// Of one transcript: units, text of both coders, and what is 0 where nobody used the code.
const WIDTH = 8;
const [UNITS, TEXT, FIRST, SECOND, BOTH, MIXED, CODED, SQUARES] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/**
 * Two coders who both judged everything: the usual case, and the one that has to be fast. Everything follows from how many
 * units the one, the other and both coded, and from four lengths on the continuum.
 */
export function resampleTwo(
  counts: VariableCounts,
  resamples: readonly ArrayLike<number>[],
): ResampledBinary {
  const transcripts = counts.rows.length;
  const rows = new Float64Array(transcripts * WIDTH);
  counts.rows.forEach((row, transcript) => fill(rows.subarray(transcript * WIDTH), counts, row));
  const size = resamples.length;
  const [percent, alpha, ac1, kappa, binaryU] = [0, 1, 2, 3, 4].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let index = 0; index < size; index += 1) {
    const weights = resamples[index] ?? [];
    let [units, text, first, second, both, mixed, coded, squares] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let transcript = 0; transcript < transcripts; transcript += 1) {
      const weight = weights[transcript] as number;
      if (weight === 0) continue;
      const at = transcript * WIDTH;
      units += weight * (rows[at + UNITS] as number);
      text += weight * (rows[at + TEXT] as number);
      first += weight * (rows[at + FIRST] as number);
      second += weight * (rows[at + SECOND] as number);
      both += weight * (rows[at + BOTH] as number);
      mixed += weight * (rows[at + MIXED] as number);
      coded += weight * (rows[at + CODED] as number);
      squares += weight * (rows[at + SQUARES] as number);
    }
    const split = first + second - 2 * both;
    const observed = (units - split) / units;
    const yes = first + second;
    const no = 2 * units - yes;
    const share = yes / (2 * units);
    const [p, q] = [first / units, second / units];
    percent[index] = observed;
    alpha[index] = yes > 0 && no > 0 ? 1 - ((2 * units - 1) * split) / (yes * no) : Number.NaN;
    ac1[index] = share > 0 && share < 1 ? beyond(observed, 2 * share * (1 - share)) : Number.NaN;
    kappa[index] = beyond(observed, p * q + (1 - p) * (1 - q));
    const blank = text - coded;
    const byChance = (2 * text * blank * coded) / (text ** 2 - blank - squares);
    binaryU[index] = byChance > 0 ? 1 - (2 * mixed) / byChance : Number.NaN;
  }
  return { percent, alpha, ac1, kappa, binaryU };
}

function fill(target: Float64Array, { vectors }: VariableCounts, row: Float64Array): void {
  vectors.forEach(([first, second], place) => {
    const often = row[place] ?? 0;
    target[UNITS] = (target[UNITS] ?? 0) + often;
    if (first === 1) target[FIRST] = (target[FIRST] ?? 0) + often;
    if (second === 1) target[SECOND] = (target[SECOND] ?? 0) + often;
    if (first === 1 && second === 1) target[BOTH] = (target[BOTH] ?? 0) + often;
  });
  const [blank = 0, mixed = 0, , coded = 0, , squares = 0] = row.subarray(vectors.length);
  target[TEXT] = blank + 2 * mixed + coded;
  target[MIXED] = mixed;
  target[CODED] = mixed + coded;
  target[SQUARES] = squares;
}

function beyond(observed: number, expected: number): number {
  return 1 - expected < 1e-12 ? Number.NaN : (observed - expected) / (1 - expected);
}
