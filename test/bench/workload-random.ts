/** The random numbers of the workload: mulberry32, so that every machine makes the same project from the same seed. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** About normal, from six uniform numbers. */
  normal(): number;
  logNormal(median: number, spread: number): number;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = (): number => {
    let sum = 0;
    for (let count = 0; count < 6; count += 1) sum += next();
    return (sum - 3) / Math.SQRT1_2;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    normal,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
  };
}

/** Picks 0, 1, 2 … with probability falling as 1 / (rank + shift) ^ power. */
export function rankPicker(random: Random, size: number, shift: number, power: number): () => number {
  const cumulative = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / Math.pow(rank + shift, power);
    cumulative[rank] = sum;
  }
  for (let rank = 0; rank < size; rank += 1) cumulative[rank]! /= sum;
  return () => {
    const chosen = random.next();
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! < chosen) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
