import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeAgain } from '#shared/packages/place-again.ts';

const range = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

test('the same words are found wherever they moved to', () => {
  const before = 'I: How so?\nT01: We share the work.';
  const after = 'Interview of May.\n\nI: How so?\nT01: Well, we… We share the work.';
  expect(placeAgain(before, range(before, 'share the work'), after)).toEqual(range(after, 'share the work'));
});

test('of several places, the one with the same words around it', () => {
  const before = 'At school we talk. At home we talk too.';
  const after = 'Yes. At school we talk. At home we talk too.';
  expect(placeAgain(before, range(before, 'we talk', 20), after)).toEqual(range(after, 'we talk', 25));
});

test('words that are gone, or stand in several like places, are not placed', () => {
  expect(placeAgain('We talk.', { start: 0, end: 7 }, 'We spoke.')).toBeNull();
  expect(placeAgain('we talk', { start: 0, end: 7 }, 'we talk, we talk')).toBeNull();
});

test('what is found are always the very words', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '👍🏽'), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (from, to, a, b) => {
      const [start, end] = [a % from.length, (b % from.length) + 1].toSorted((x, y) => x - y) as [
        number,
        number,
      ];
      const found = placeAgain(from, { start, end }, to);
      if (found !== null) expect(to.slice(found.start, found.end)).toBe(from.slice(start, end));
      if (found !== null) expect(placeAgain(from, { start, end }, from)?.start ?? start).toBe(start);
    }),
  );
});
