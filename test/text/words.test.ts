import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { trimRange } from '#shared/text/text-range.ts';
import {
  contextOf,
  countWords,
  nextWordEnd,
  nextWordStart,
  previousWordEnd,
  previousWordStart,
  segmentAt,
  sentencesOf,
  wordsOf,
} from '#shared/text/words.ts';
import { interviewText, rangeOf } from '#test/support/interview-text.ts';

const text = 'T01: No, it breathes. There’s maybe eight … who are always there?';
const turn = { start: 5, end: text.length };
const words = (range: { start: number; end: number }) => text.slice(range.start, range.end);

test('moves an edge by a word and stays in the turn', () => {
  expect(nextWordEnd(text, turn, 5)).toBe(7);
  expect(nextWordEnd(text, turn, 7)).toBe(11);
  expect(previousWordEnd(text, turn, 11)).toBe(7);
  expect(previousWordEnd(text, turn, 7)).toBe(turn.start);
  expect(nextWordStart(text, turn, 5)).toBe(9);
  expect(previousWordStart(text, turn, 9)).toBe(5);
  expect(nextWordEnd(text, turn, text.length)).toBe(text.length);
});

test('finds the sentence at a place, without the space after it', () => {
  const sentences = sentencesOf(text, turn);
  expect(words(segmentAt(sentences, 8)!)).toBe('No, it breathes.');
  expect(words(segmentAt(sentences, 40)!)).toBe('There’s maybe eight … who are always there?');
  expect(segmentAt(sentences, text.length)).toEqual(sentences.at(-1));
});

test('counts words, not signs', () => {
  expect(countWords('No, it breathes. “Yes” — …')).toBe(4);
});

const sign = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Array.from("aZé1 9.,;:'’‘_-—…\n\t“”ßŒ")) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\u0301',
      '\u200d',
      '\u00ad',
      '·',
      '\u00a0',
      '\u2009',
      '\r',
      '👩‍⚕️',
      '🇳🇱',
      'ж',
      '漢字',
      'カ',
      'ไทย',
      'א"',
      'µ',
      '²',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
);

test('counts as many words as there are to step through, whatever the signs', () => {
  const sample = fc.oneof(
    interviewText,
    fc.array(sign, { maxLength: 40 }).map((signs) => signs.join('')),
  );
  fc.assert(
    fc.property(sample, (given) => {
      expect(countWords(given)).toBe(wordsOf(given, { start: 0, end: given.length }).length);
    }),
    { numRuns: 5000 },
  );
});

test('trimming takes away white space alone', () => {
  expect(trimRange('ab  cd \n', { start: 2, end: 8 })).toEqual({ start: 4, end: 6 });
  expect(trimRange('a   b', { start: 1, end: 4 })).toEqual({ start: 4, end: 4 });
  fc.assert(
    fc.property(
      interviewText.chain((sample) => fc.tuple(fc.constant(sample), rangeOf(sample))),
      ([sample, range]) => {
        const trimmed = trimRange(sample, range);
        expect(sample.slice(trimmed.start, trimmed.end)).toBe(sample.slice(range.start, range.end).trim());
      },
    ),
  );
});

test('words and sentences lie in the stretch, in order, and hold every word', () => {
  fc.assert(
    fc.property(
      interviewText.chain((sample) => fc.tuple(fc.constant(sample), rangeOf(sample))),
      ([sample, within]) => {
        for (const ranges of [wordsOf(sample, within), sentencesOf(sample, within)]) {
          let last = within.start;
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(within.end);
        }
      },
    ),
  );
});

test('context is what stands around a range', () => {
  fc.assert(
    fc.property(
      interviewText.chain((sample) => fc.tuple(fc.constant(sample), rangeOf(sample))),
      ([sample, range]) => {
        const { before, after } = contextOf(sample, range, 10);
        expect(sample.slice(0, range.start).endsWith(before)).toBe(true);
        expect(sample.slice(range.end).startsWith(after)).toBe(true);
      },
    ),
  );
});
