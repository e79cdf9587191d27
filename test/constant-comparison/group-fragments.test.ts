import { expect, test } from 'vitest';
import type { Fragment } from '#shared/coding/coding-contract.ts';
import { groupFragments, kindOfPair } from '#shared/constant-comparison/group-fragments.ts';
import { kindOfComparison } from '#shared/constant-comparison/kind-of-comparison.ts';

function fragment(id: number, participant: number | null, transcript = participant ?? 99): Fragment {
  // Only where it was said matters here.
  return {
    id,
    participantId: participant,
    participantCode: participant === null ? null : `T${participant}`,
    transcriptId: transcript,
    transcriptTitle: `Interview ${transcript}`,
  } as unknown as Fragment;
}

const years: Readonly<Record<number, string>> = { 1: '10', 2: '9', 3: '10' };
const byYears = (participant: number | null): string =>
  participant === null ? '' : (years[participant] ?? '');

test('without an attribute the others stand under their cases, in their order', () => {
  const groups = groupFragments([fragment(1, 2), fragment(2, 2), fragment(3, 1), fragment(4, null)], null);
  expect(groups.map(({ title, fragments }) => [title, fragments.map(({ id }) => id)])).toEqual([
    ['T2', [1, 2]],
    ['T1', [3]],
    ['Interview 99 (no case)', [4]],
  ]);
});

test('with an attribute they stand under its values, numbers as numbers, and no value comes last', () => {
  const groups = groupFragments([fragment(1, null), fragment(2, 1), fragment(3, 2), fragment(4, 3)], byYears);
  expect(groups.map(({ title, fragments }) => [title, fragments.map(({ id }) => id)])).toEqual([
    ['9', [3]],
    ['10', [2, 4]],
    ['No value', [1]],
  ]);
});

test('two fragments are compared within a case, within a group, or between groups', () => {
  const subject = fragment(1, 1);
  expect(kindOfPair(subject, fragment(2, 1, 7), byYears)).toBe('within case');
  expect(kindOfPair(subject, fragment(3, 3), byYears)).toBe('within group');
  expect(kindOfPair(subject, fragment(4, 2), byYears)).toBe('between groups');
  expect(kindOfPair(subject, fragment(4, 2), null)).toBe('within group');
  expect(kindOfPair(fragment(5, null, 8), fragment(6, null, 9), null)).toBe('within group');
});

test('against many, the widest step counts; against none, it is theory', () => {
  const at = (caseKey: string, group: string) => ({ caseKey, group });
  expect(kindOfComparison(at('a', 'x'), [])).toBe('with theory');
  expect(kindOfComparison(at('a', 'x'), [at('a', 'x')])).toBe('within case');
  expect(kindOfComparison(at('a', 'x'), [at('a', 'x'), at('b', 'x')])).toBe('within group');
  expect(kindOfComparison(at('a', 'x'), [at('a', 'x'), at('b', 'x'), at('c', 'y')])).toBe('between groups');
});
