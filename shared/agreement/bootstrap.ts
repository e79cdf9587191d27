import { FEWEST_TRANSCRIPTS, noInterval, RESAMPLES, type Interval } from './intervals.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * Draws of as many transcripts as there are, with replacement: for each resample how often each transcript was drawn. All
 * figures of one table rest on the same draws.
 */
export function drawResamples(
  transcripts: number,
  seed: number,
  resamples = RESAMPLES,
): readonly Uint16Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: resamples }, () => {
    const weights = new Uint16Array(transcripts);
    for (let draw = 0; draw < transcripts; draw += 1) {
      const chosen = Math.floor(random() * transcripts);
      weights[chosen] = (weights[chosen] ?? 0) + 1;
    }
    return weights;
  });
}

/**
 * The 95 % percentile interval from resampling whole transcripts: what one person says in one interview hangs together,
 * so neither units nor characters may be resampled. `values` are the figure in each resample, NaN where undefined.
 *
 * Source: Davison & Hinkley (1997), Bootstrap Methods and their Application, § 5.3 and § 3.8 (clusters).
 */
export function percentileInterval(
  values: ArrayLike<number>,
  transcripts: number,
  estimate: number | null,
): Interval {
  if (estimate === null) return noInterval('undefined');
  if (transcripts < FEWEST_TRANSCRIPTS) return noInterval('too few transcripts');
  const defined = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (defined.length < values.length / 2) return noInterval('mostly undefined');
  return { low: quantile(defined, 0.025), high: quantile(defined, 0.975) };
}

/** Linear between the two values around the place (n − 1) p: type 7 of Hyndman & Fan (1996). */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
