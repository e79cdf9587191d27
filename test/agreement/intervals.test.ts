import { expect, test } from 'vitest';
import { drawResamples, percentileInterval } from '#shared/agreement/bootstrap.ts';
import { jackknife } from '#shared/agreement/jackknife.ts';

test('the same seed draws the same transcripts, another seed others', () => {
  expect(drawResamples(10, 42, 5)).toEqual(drawResamples(10, 42, 5));
  expect(drawResamples(10, 42, 5)).not.toEqual(drawResamples(10, 43, 5));
  for (const weights of drawResamples(10, 42)) expect(weights.reduce((a, b) => a + b)).toBe(10);
});

test('an interval of a mean is about as wide as theory says', () => {
  const values = Array.from({ length: 50 }, (_, index) => index);
  const means = drawResamples(50, 7).map(
    (weights) => values.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0) / 50,
  );
  const { low, high } = percentileInterval(means, 50, 24.5);
  // The standard error of the mean of 0..49 is 14.43 / √50 = 2.04.
  expect(low).toBeGreaterThan(24.5 - 1.96 * 2.04 - 0.5);
  expect(low).toBeLessThan(24.5 - 1.96 * 2.04 + 0.5);
  expect(high).toBeGreaterThan(24.5 + 1.96 * 2.04 - 0.5);
  expect(high).toBeLessThan(24.5 + 1.96 * 2.04 + 0.5);
});

test('fewer than six transcripts give no interval, and say why', () => {
  expect(percentileInterval([0.1, 0.2], 5, 0.15)).toEqual({
    low: null,
    high: null,
    why: 'too few transcripts',
  });
  expect(percentileInterval([0.1, 0.2], 6, null).why).toBe('undefined');
  expect(percentileInterval([Number.NaN, Number.NaN, 0.2], 6, 0.2).why).toBe('mostly undefined');
});

test('the jackknife of a mean has the textbook standard error', () => {
  const values = [3, 5, 8, 13, 21, 34];
  const mean = (weights: ArrayLike<number>): number => {
    let total = 0;
    let count = 0;
    values.forEach((value, index) => {
      total += value * (weights[index] ?? 0);
      count += weights[index] ?? 0;
    });
    return total / count;
  };
  const average = 14;
  const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / 5;
  expect(jackknife(6, mean)!.estimate).toBeCloseTo(average, 9);
  expect(jackknife(6, mean)!.standardError).toBeCloseTo(Math.sqrt(variance / 6), 9);
});
