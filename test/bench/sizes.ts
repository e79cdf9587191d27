import type { Size } from './workload.ts';

/** XS is for tests only: too small to say anything about time. */
export type MeasuredSize = Exclude<Size, 'XS'>;

export const measuredSizes: readonly MeasuredSize[] = ['S', 'M', 'L'];

export function isMeasuredSize(text: string): text is MeasuredSize {
  return measuredSizes.some((size) => size === text);
}
