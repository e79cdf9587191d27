/** Fewer double-coded transcripts than this say nothing about how much a figure would vary over transcripts. */
export const FEWEST_TRANSCRIPTS = 6;
export const RESAMPLES = 2000;

export type Interval =
  | { readonly low: number; readonly high: number; readonly why?: undefined }
  | { readonly low: null; readonly high: null; readonly why: WhyNoInterval };

export type WhyNoInterval = 'too few transcripts' | 'undefined' | 'mostly undefined';

export function noInterval(why: WhyNoInterval): Interval {
  return { low: null, high: null, why };
}

export function sayWhyNoInterval(why: WhyNoInterval): string {
  switch (why) {
    case 'too few transcripts':
      return `too few transcripts for an interval: it takes at least ${FEWEST_TRANSCRIPTS} that all these coders finished`;
    case 'undefined':
      return 'the figure itself is undefined';
    case 'mostly undefined':
      return 'in most resamples the figure is undefined, so there is no interval to give';
  }
}

/** A statistic of transcripts, each counted as often as its weight says. */
export type WeightedStatistic = (weights: ArrayLike<number>) => number | null;
