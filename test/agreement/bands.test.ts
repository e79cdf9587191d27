import { expect, test } from 'vitest';
import { bandOf } from '#shared/agreement/bands.ts';

test.each([
  [-0.01, 'poor', 'not reliable'],
  [0, 'slight', 'not reliable'],
  [0.2, 'slight', 'not reliable'],
  [0.21, 'fair', 'not reliable'],
  [0.41, 'moderate', 'not reliable'],
  [0.61, 'substantial', 'not reliable'],
  [0.667, 'substantial', 'tentative'],
  [0.799, 'substantial', 'tentative'],
  [0.8, 'substantial', 'reliable'],
  [0.81, 'almost perfect', 'reliable'],
  [1, 'almost perfect', 'reliable'],
])('%s is called as the tables of the two books have it', (value, landisKoch, krippendorff) => {
  expect(bandOf('Landis & Koch', value)).toBe(landisKoch);
  expect(bandOf('Krippendorff', value)).toBe(krippendorff);
});

test('nobody who did not ask, and nothing that is undefined, gets a name', () => {
  expect(bandOf('none', 0.9)).toBeNull();
  expect(bandOf('Krippendorff', null)).toBeNull();
});
