import { resampleTwo } from './two-coder-resampling.ts';
import type { ResampledBinary } from './resampled-binary.ts';
import type { VariableCounts } from './variable-counts.ts';

/**
 * For a yes/no variable all figures are functions of a few sums over units, so 2,000 resamples of it are one product of
 * two matrices and some arithmetic. The same formulas as in the files of the coefficients, written out for two
 * categories; a test holds the two against each other.
 */
const WIDTH = 13;
// Places of the sums of one transcript.
const UNITS = 0; // units with two judgements or more
const AGREEING = 1; // Σ agreeing pairs / pairs
const JUDGEMENTS = 2; // n: judgements in those units
const YES = 3; // n_1
const SPLIT = 4; // Σ_c≠k o_ck
const JUDGED = 5; // units with one judgement or more
const SHARE = 6; // Σ n_i1 / n_i
const FIRST = 7; // two coders: units that the first coded
const SECOND = 8;
const MIXED = 9; // ℓ_φ1
const BLANK = 10; // ℓ_φ·
const OWN = 11; // Σ κ
const CODED = 12; // ℓ_1·

export function resampleBinary(
  counts: VariableCounts,
  resamples: readonly ArrayLike<number>[],
): ResampledBinary {
  const isPlain = counts.coders === 2 && counts.vectors.every((vector) => !vector.includes(-1));
  return isPlain ? resampleTwo(counts, resamples) : resampleMany(counts, resamples);
}

/** Several coders, or missing ones. */
function resampleMany(counts: VariableCounts, resamples: readonly ArrayLike<number>[]): ResampledBinary {
  const width = WIDTH;
  const rows = new Float64Array(counts.rows.length * width);
  counts.rows.forEach((row, transcript) =>
    fill(rows.subarray(transcript * width, (transcript + 1) * width), counts, row),
  );
  const size = resamples.length;
  const result: ResampledBinary = {
    percent: new Float64Array(size),
    alpha: new Float64Array(size),
    ac1: new Float64Array(size),
    kappa: new Float64Array(size),
    binaryU: new Float64Array(size),
  };
  const sums = new Float64Array(width);
  for (let index = 0; index < size; index += 1) {
    const weights = resamples[index] ?? [];
    sums.fill(0);
    for (let transcript = 0; transcript < counts.rows.length; transcript += 1) {
      const weight = weights[transcript] ?? 0;
      if (weight === 0) continue;
      const from = transcript * width;
      for (let place = 0; place < width; place += 1) {
        sums[place] = (sums[place] as number) + weight * (rows[from + place] as number);
      }
    }
    evaluate(sums, counts.coders, index, result);
  }
  return result;
}

function fill(target: Float64Array, { vectors, coders }: VariableCounts, row: Float64Array): void {
  const add = (place: number, value: number): void => void (target[place] = (target[place] ?? 0) + value);
  vectors.forEach((vector, place) => {
    const often = row[place] ?? 0;
    if (often === 0) return;
    const n = vector.filter((said) => said >= 0).length;
    const yes = vector.filter((said) => said === 1).length;
    if (n > 0) {
      add(JUDGED, often);
      add(SHARE, (often * yes) / n);
    }
    if (n < 2) return;
    add(UNITS, often);
    add(AGREEING, (often * (yes * (yes - 1) + (n - yes) * (n - yes - 1))) / (n * (n - 1)));
    add(JUDGEMENTS, often * n);
    add(YES, often * yes);
    add(SPLIT, (often * 2 * yes * (n - yes)) / (n - 1));
    if (coders !== 2) return;
    if (vector[0] === 1) add(FIRST, often);
    if (vector[1] === 1) add(SECOND, often);
  });
  const at = vectors.length;
  const [blank = 0, mixed = 0, , coded = 0] = row.subarray(at, at + 4);
  target[MIXED] = mixed;
  target[BLANK] = blank + mixed;
  target[CODED] = mixed + coded;
  target[OWN] = (row[at + 4] ?? 0) + (row[at + 5] ?? 0);
}

function evaluate(sums: Float64Array, coders: number, index: number, result: ResampledBinary): void {
  const at = (place: number): number => sums[place] as number;
  const units = at(UNITS);
  const percent = units === 0 ? Number.NaN : at(AGREEING) / units;
  const share = at(SHARE) / at(JUDGED);
  const no = at(JUDGEMENTS) - at(YES);
  result.percent[index] = percent;
  result.alpha[index] =
    at(YES) === 0 || no === 0 ? Number.NaN : 1 - ((at(JUDGEMENTS) - 1) * at(SPLIT)) / (2 * at(YES) * no);
  const varies = share > 0 && share < 1;
  result.ac1[index] = varies ? beyond(percent, 2 * share * (1 - share)) : Number.NaN;
  const [first, second] = [at(FIRST) / units, at(SECOND) / units];
  const expected = coders === 2 ? first * second + (1 - first) * (1 - second) : share ** 2 + (1 - share) ** 2;
  result.kappa[index] = beyond(percent, expected);
  const all = at(BLANK) + at(CODED);
  const byChance = (all * 2 * at(BLANK) * at(CODED)) / (all ** 2 - at(OWN));
  result.binaryU[index] = byChance > 0 ? 1 - (2 * at(MIXED)) / byChance : Number.NaN;
}

function beyond(observed: number, expected: number): number {
  return 1 - expected < 1e-12 ? Number.NaN : (observed - expected) / (1 - expected);
}
