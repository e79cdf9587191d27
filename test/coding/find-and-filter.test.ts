import { expect, test } from 'vitest';
import { hangingTogether, placeToSplit } from '#shared/coding/adjacent-codings.ts';
import type { Coding } from '#shared/coding/coding-contract.ts';
import { extendToSentences } from '#shared/coding/extend-range.ts';
import { parseTurns } from '#shared/transcripts/parse-turns.ts';
import { NO_FILTER, passesFilter, speakersOf } from '#renderer/coding/coding-filter.ts';
import { findInText, firstFrom } from '#renderer/coding/find-in-text.ts';

const TEXT = 'I: Coördinatie? Yes.\n\nT01: De coo\u0308rdinatie, en COORDINATIE. No.\n';
const turns = parseTurns(TEXT, 'T01');

test('words are found in every way of writing them, at their places in the text', () => {
  const found = findInText(TEXT, turns, 'coordinatie');
  expect(found.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    'Coördinatie',
    'coo\u0308rdinatie',
    'COORDINATIE',
  ]);
  expect(firstFrom(found, found[1]!.start)).toBe(1);
  expect(firstFrom(found, TEXT.length)).toBe(0);
  expect(firstFrom([], 0)).toBe(-1);
  expect(findInText(TEXT, turns, '  ')).toEqual([]);
  // The label of a speaker is not drawn as text, so it is not found.
  expect(findInText(TEXT, turns, 'T01')).toEqual([]);
});

const at = (words: string, more: Partial<Coding> = {}): Coding => {
  const start = TEXT.indexOf(words);
  // What a filter does not ask for is left out.
  return { start, end: start + words.length, goodQuotation: false, ...more } as Coding;
};

test('a filter asks for section, speaker and good quotations together', () => {
  const sections = [{ number: 1, title: 'Opening', headingStart: 0, start: 0, end: TEXT.indexOf('T01') }];
  const passes = (filter: Partial<typeof NO_FILTER>, coding: Coding): boolean =>
    passesFilter({ turns, sections }, { ...NO_FILTER, ...filter }, coding);
  expect(speakersOf({ turns })).toEqual(['I', 'T01']);
  expect([
    passes({}, at('Yes')),
    passes({ speaker: 'I' }, at('Yes')),
    passes({ speaker: 'I' }, at('No')),
  ]).toEqual([true, true, false]);
  expect([passes({ section: 1 }, at('Yes')), passes({ section: 1 }, at('No'))]).toEqual([true, false]);
  expect(passes({ goodQuotations: true }, at('Yes'))).toBe(false);
  expect(passes({ goodQuotations: true, section: 1, speaker: 'I' }, at('Yes', { goodQuotation: true }))).toBe(
    true,
  );
});

test('ranges hang together over white space, not over words', () => {
  const text = 'aa bb cc dd ee';
  const ranges = [
    { start: 0, end: 2 },
    { start: 0, end: 8 },
    { start: 3, end: 5 },
    { start: 9, end: 11 },
    { start: 12, end: 14 },
  ];
  expect(hangingTogether(text, ranges, ranges[2]!)).toEqual(ranges);
  const apart = [ranges[0]!, ranges[3]!, ranges[4]!];
  expect(hangingTogether(text, apart, apart[0]!)).toEqual([apart[0]]);
  expect(hangingTogether(text, apart, apart[1]!)).toEqual([apart[1], apart[2]]);
});

test('a split has words on both sides, and its second part begins with one', () => {
  const text = '  aa  bb ';
  const whole = { start: 0, end: 9 };
  expect([0, 1, 2, 3, 4, 5, 6, 8, 9].map((position) => placeToSplit(text, whole, position))).toEqual([
    null,
    null,
    null,
    3,
    6,
    6,
    6,
    null,
    null,
  ]);
});

test('extending stops at the turns: a sentence never runs into what somebody else says', () => {
  const [first, second] = turns;
  const across = { start: first!.end - 3, end: second!.start + 2 };
  const { start, end } = extendToSentences(TEXT, across, turns);
  expect(TEXT.slice(start, end)).toBe('Yes.\n\nT01: De coo\u0308rdinatie, en COORDINATIE.');
});
