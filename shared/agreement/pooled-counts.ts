import type { VariableCounts } from './variable-counts.ts';

/** The yes/no judgements of many codes as if they were of one: every unit × code counts alike (micro-pooling). */
export function pooledCounts(
  ofCodes: readonly VariableCounts[],
  coders: number,
  transcripts: number,
): VariableCounts {
  const places = new Map<string, number>();
  const vectors: (readonly number[])[] = [];
  for (const vector of ofCodes.flatMap((counts) => counts.vectors)) {
    const key = vector.join(' ');
    if (places.has(key)) continue;
    places.set(key, vectors.length);
    vectors.push(vector);
  }
  // The continuum of many codes is none: its eight numbers stay 0, and no figure of the α family is read from them.
  const rows = Array.from({ length: transcripts }, () => new Float64Array(vectors.length + 8));
  for (const counts of ofCodes) {
    const placeOf = counts.vectors.map((vector) => places.get(vector.join(' ')) ?? 0);
    counts.rows.forEach((row, transcript) => {
      const target = rows[transcript];
      if (target === undefined) return;
      placeOf.forEach((place, index) => {
        target[place] = (target[place] ?? 0) + (row[index] ?? 0);
      });
    });
  }
  return { vectors, values: 1, coders, rows };
}
