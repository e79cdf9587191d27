import type { WeightedStatistic } from './intervals.ts';

export interface Jackknife {
  /** Of the pseudo-values: what the estimate becomes when its bias is taken out. */
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * Leaves out one cluster (a transcript) at a time: pseudo-values Nθ − (N − 1)θ₍₋ᵢ₎, their mean, and the standard error
 * √(variance / N). Null when the figure is undefined, with all clusters or without one of them.
 *
 * Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 11.
 */
export function jackknife(clusters: number, statistic: WeightedStatistic): Jackknife | null {
  if (clusters < 2) return null;
  const weights = new Float64Array(clusters).fill(1);
  const whole = statistic(weights);
  if (whole === null) return null;
  const pseudo: number[] = [];
  for (let left = 0; left < clusters; left += 1) {
    weights[left] = 0;
    const without = statistic(weights);
    weights[left] = 1;
    if (without === null) return null;
    pseudo.push(clusters * whole - (clusters - 1) * without);
  }
  const mean = pseudo.reduce((total, value) => total + value, 0) / clusters;
  const variance = pseudo.reduce((total, value) => total + (value - mean) ** 2, 0) / (clusters - 1);
  return { estimate: mean, standardError: Math.sqrt(variance / clusters) };
}
