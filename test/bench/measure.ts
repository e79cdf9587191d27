export interface Measured {
  readonly name: string;
  /** Milliseconds, medians. */
  readonly crosscase: number;
  readonly raw: number;
  readonly repetitions: number;
  /** What crosses the wire to the screen, as JSON. */
  readonly wireBytes: number | null;
  /** Of the process so far, both sides together. */
  readonly peakBytes: number;
}

type Work<Value> = (repetition: number) => Value | Promise<Value>;

export interface Comparison<Value> {
  readonly name: string;
  readonly repetitions: number;
  readonly crosscase: Work<Value>;
  readonly raw: Work<unknown>;
  /** Undone outside the clock: close what was opened, remove what was made. */
  readonly afterCrosscase?: () => unknown;
  readonly afterRaw?: () => unknown;
}

/** Takes the two by turns, so that what else the machine does falls on both alike. The first turn is not counted. */
export async function compare<Value>(comparison: Comparison<Value>): Promise<Measured> {
  const { name, repetitions, crosscase, raw } = comparison;
  const times: { readonly crosscase: number[]; readonly raw: number[] } = { crosscase: [], raw: [] };
  let answer: Value | undefined;
  for (let repetition = 0; repetition <= repetitions; repetition += 1) {
    const first = await timed(() => crosscase(repetition));
    answer = first.value;
    await comparison.afterCrosscase?.();
    const second = await timed(() => raw(repetition));
    await comparison.afterRaw?.();
    // The first turn fills caches; where there is only one turn it must count.
    if (repetition === 0 && repetitions > 0) continue;
    times.crosscase.push(first.milliseconds);
    times.raw.push(second.milliseconds);
  }
  return {
    name,
    crosscase: median(times.crosscase),
    raw: median(times.raw),
    repetitions: times.raw.length,
    wireBytes: answer === undefined ? null : Buffer.byteLength(JSON.stringify(answer)),
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

async function timed<Value>(
  work: () => Value | Promise<Value>,
): Promise<{ value: Value; milliseconds: number }> {
  globalThis.gc?.({ type: 'minor' });
  const from = performance.now();
  const value = await work();
  return { value, milliseconds: performance.now() - from };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
