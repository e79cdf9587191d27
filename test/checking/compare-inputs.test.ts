import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  NO_INPUTS,
  packInputs,
  unpackInputs,
  type CellInputs,
  type InputCode,
  type InputFragment,
} from '#shared/checking/cell-inputs.ts';
import { compareInputs } from '#shared/checking/compare-inputs.ts';
import { inputHash } from '#electron/checking/fingerprint.ts';

const fragment = (uid: string, part: Partial<InputFragment> = {}): InputFragment => ({
  uid,
  id: 1,
  codeUid: 'time',
  versionUid: 'v1',
  start: 0,
  end: 10,
  words: 'w',
  ...part,
});
const code = (uid: string, wording: string): InputCode => ({ uid, id: 1, name: uid, wording });
const inputs = (part: Partial<CellInputs>): CellInputs => ({ ...NO_INPUTS, ...part });
const kinds = (then: Partial<CellInputs>, now: Partial<CellInputs>): string[] =>
  compareInputs(inputs(then), inputs(now)).map(({ kind }) => kind);

test('a fragment that came, went, was reworded or recoded is told as that', () => {
  const a = fragment('a');
  expect(kinds({ fragments: [] }, { fragments: [a] })).toEqual(['fragment added']);
  expect(kinds({ fragments: [a] }, { fragments: [] })).toEqual(['fragment removed']);
  expect(kinds({ fragments: [a] }, { fragments: [fragment('a', { words: 'x' })] })).toEqual([
    'fragment reworded',
  ]);
  expect(kinds({ fragments: [a] }, { fragments: [fragment('a', { codeUid: 'money' })] })).toEqual([
    'fragment recoded',
  ]);
});

test('a new version of the text that leaves the words alone changes nothing', () => {
  const moved = fragment('a', { versionUid: 'v2', start: 4, end: 14 });
  expect(kinds({ fragments: [fragment('a')] }, { fragments: [moved] })).toEqual([]);
  expect(inputHash(inputs({ fragments: [moved] }))).toBe(inputHash(inputs({ fragments: [fragment('a')] })));
});

test('in the same version, another place is another passage, even with the same words', () => {
  const moved = fragment('a', { start: 40, end: 50 });
  expect(kinds({ fragments: [fragment('a')] }, { fragments: [moved] })).toEqual(['fragment reworded']);
});

test('a mark that was not kept at the time is not held against a claim; one that was, is', () => {
  const now = fragment('a', { weight: 1, certainty: null });
  expect(kinds({ fragments: [fragment('a')] }, { fragments: [now] })).toEqual([]);
  const before = fragment('a', { weight: null, certainty: 2 });
  expect(kinds({ fragments: [before] }, { fragments: [now] })).toEqual(['pole', 'certainty']);
  const unmarked = fragment('a', { weight: null, certainty: null });
  expect(inputHash(inputs({ fragments: [unmarked] }))).toBe(
    inputHash(inputs({ fragments: [fragment('a')] })),
  );
  expect(inputHash(inputs({ fragments: [before] }))).not.toBe(inputHash(inputs({ fragments: [now] })));
});

test('a definition counts as changed only for a code that was there before and is there now', () => {
  expect(kinds({ codes: [code('time', '1')] }, { codes: [code('time', '2')] })).toEqual(['definition']);
  expect(kinds({ codes: [] }, { codes: [code('time', '2')] })).toEqual([]);
});

test('a value that was given, changed or taken away is told once', () => {
  const value = (text: string) => ({
    attributeUid: 'role',
    participantUid: 'T01',
    id: 1,
    name: 'Role',
    value: text,
  });
  expect(kinds({ values: [value('a')] }, { values: [value('b')] })).toEqual(['value']);
  expect(kinds({ values: [value('a')] }, {})).toEqual(['value']);
  expect(kinds({}, { values: [value('a')] })).toEqual(['value']);
});

test('a cell above that is stale is told, unless it was so already', () => {
  const cell = (claim: string, isStale: boolean) => ({ uid: 'c', id: 1, column: 'Time', claim, isStale });
  expect(kinds({ cells: [cell('1', false)] }, { cells: [cell('1', true)] })).toEqual(['cell stale']);
  expect(kinds({ cells: [cell('1', true)] }, { cells: [cell('1', true)] })).toEqual([]);
  expect(kinds({ cells: [cell('1', true)] }, { cells: [cell('1', false)] })).toEqual([]);
  expect(kinds({ cells: [cell('1', false)] }, { cells: [cell('2', true)] })).toEqual(['cell changed']);
});

const anyFragment = fc.record({
  uid: fc.string({ minLength: 1, maxLength: 4 }),
  id: fc.nat(99),
  codeUid: fc.constantFrom('time', 'money'),
  versionUid: fc.constantFrom('v1', 'v2'),
  start: fc.nat(50),
  end: fc.integer({ min: 51, max: 99 }),
  words: fc.string({ maxLength: 3 }),
  weight: fc.constantFrom(null, -1, 1),
  certainty: fc.constantFrom(null, 1, 3),
});
const anyInputs: fc.Arbitrary<CellInputs> = fc.record({
  fragments: fc.uniqueArray(anyFragment, { selector: ({ uid }) => uid }),
  codes: fc.constant([code('time', '1'), code('money', '2')]),
  values: fc.uniqueArray(
    fc.record({
      attributeUid: fc.constantFrom('a', 'b'),
      participantUid: fc.constantFrom('p', 'q'),
      id: fc.option(fc.nat(9)),
      name: fc.string({ maxLength: 4 }),
      value: fc.string({ maxLength: 3 }),
    }),
    { selector: (value) => `${value.participantUid} ${value.attributeUid}` },
  ),
  cells: fc.uniqueArray(
    fc.record({
      uid: fc.string({ minLength: 1, maxLength: 3 }),
      id: fc.nat(9),
      column: fc.string({ maxLength: 3 }),
      claim: fc.string({ maxLength: 3 }),
      isStale: fc.boolean(),
    }),
    { selector: ({ uid }) => uid },
  ),
});

test('what is packed comes back whole, and compares as unchanged, in whatever order it was found', () => {
  fc.assert(
    fc.property(anyInputs, (some) => {
      const turned: CellInputs = {
        fragments: some.fragments.toReversed(),
        codes: some.codes.toReversed(),
        values: some.values.toReversed(),
        cells: some.cells.toReversed(),
      };
      expect(packInputs(turned)).toBe(packInputs(some));
      expect(inputHash(turned)).toBe(inputHash(some));
      expect(compareInputs(unpackInputs(packInputs(some)), turned)).toEqual([]);
    }),
  );
});

test('every fragment that is added or taken away is told', () => {
  fc.assert(
    fc.property(anyInputs, anyInputs, (then, now) => {
      const told = compareInputs(then, now);
      const only = (one: CellInputs, other: CellInputs) =>
        one.fragments.filter(({ uid }) => !other.fragments.some((there) => there.uid === uid));
      expect(told.filter(({ kind }) => kind === 'fragment added')).toHaveLength(only(now, then).length);
      expect(told.filter(({ kind }) => kind === 'fragment removed')).toHaveLength(only(then, now).length);
    }),
  );
});
