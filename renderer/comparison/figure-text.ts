import type { Estimate } from '#shared/agreement/agreement-result.ts';
import { sayWhy, type Figure } from '#shared/agreement/figure.ts';
import { sayWhyNoInterval } from '#shared/agreement/intervals.ts';

/** Coefficients as papers print them: .67, −.10, 1. */
export function figureText({ value }: Figure): string {
  return value === null ? 'undefined' : decimals(value);
}

export function decimals(value: number): string {
  if (value === 1) return '1';
  const rounded = value.toFixed(2);
  if (Number(rounded) === 0) return '.00';
  return rounded.replace('-', '−').replace(/^(−?)0\./, '$1.');
}

export function percentText({ value }: Figure): string {
  return value === null ? 'undefined' : shareText(value);
}

export function shareText(share: number | null): string {
  if (share === null) return '–';
  return `${(share * 100).toLocaleString('en-GB', { maximumFractionDigits: 1 })} %`;
}

/** For a tooltip: the reason, or the interval with its reason when there is none. */
export function figureNote({ figure, interval }: Estimate): string {
  if (figure.value === null) return `Undefined: ${sayWhy(figure.why)}.`;
  if (interval.low === null) return `${sayWhyNoInterval(interval.why)}.`;
  return `95 % interval ${decimals(interval.low)} to ${decimals(interval.high)}, from resampling transcripts.`;
}

export function intervalText({ interval }: Estimate): string {
  return interval.low === null ? '' : `${decimals(interval.low)} – ${decimals(interval.high)}`;
}
