import { expect, test } from 'vitest';
import { expectedOf, makeWorkload, workloadChecksum } from './workload.ts';

test('makes the very workload that the peers were measured with', () => {
  expect(workloadChecksum('XS')).toBe(expectedOf.XS.sha256);
  expect(workloadChecksum('S')).toBe(expectedOf.S.sha256);
});

test('has as many codings as it says, each of words of its text', () => {
  const workload = makeWorkload('XS');
  const interviews = [...workload.interviews];
  expect(interviews.flatMap(({ codings }) => codings)).toHaveLength(workload.codings);
  for (const { text, codings } of interviews) {
    for (const { start, end } of codings) expect(text.slice(start, end).trim()).not.toBe('');
  }
});
