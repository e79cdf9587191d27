import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGraphemeBoundary, shorten, snapOutwards } from '#shared/text/graphemes.ts';
import { interviewText, rangeOf } from '#test/support/interview-text.ts';

function allBoundaries(text: string): Set<number> {
  const segments = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)];
  return new Set([...segments.map(({ index }) => index), text.length]);
}

test('knows every boundary without segmenting the whole text', () => {
  fc.assert(
    fc.property(interviewText, (text) => {
      const expected = allBoundaries(text);
      for (let position = 0; position <= text.length; position += 1) {
        expect(isGraphemeBoundary(text, position)).toBe(expected.has(position));
      }
    }),
    { numRuns: 300 },
  );
});

test('a snapped range holds the range, cuts no grapheme, and is the smallest that does', () => {
  fc.assert(
    fc.property(
      interviewText.chain((text) => fc.tuple(fc.constant(text), rangeOf(text))),
      ([text, range]) => {
        const boundaries = allBoundaries(text);
        const snapped = snapOutwards(text, range);
        expect(snapped).toEqual({
          start: Math.max(...[...boundaries].filter((at) => at <= range.start)),
          end: Math.min(...[...boundaries].filter((at) => at >= range.end)),
        });
        expect(snapOutwards(text, snapped)).toEqual(snapped);
      },
    ),
  );
});

test('keeps a family, a flag and a combined letter whole', () => {
  const text = 'a👩‍👩‍👧‍👦b🇳🇱🇧🇪ce\u0301';
  const family = '👩‍👩‍👧‍👦'.length;
  expect(snapOutwards(text, { start: 3, end: 4 })).toEqual({ start: 1, end: 1 + family });
  expect(snapOutwards(text, { start: family + 3, end: family + 5 })).toEqual({
    start: family + 2,
    end: family + 6,
  });
  expect(snapOutwards(text, { start: text.length - 1, end: text.length })).toEqual({
    start: text.length - 2,
    end: text.length,
  });
});

test('shortens to whole graphemes', () => {
  expect(shorten('she could not keep up', 40)).toBe('she could not keep up');
  expect(shorten('she could not keep up', 10)).toBe('she could…');
  expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…');
});
