import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzyMatch } from '#shared/codebook/fuzzy-match.ts';

const pieces = (query: string, text: string) =>
  fuzzyMatch(query, text)?.ranges.map(([start, end]) => text.slice(start, end)) ?? null;

test('finds the beginning of a name, of a word, and what lies inside, in that order', () => {
  const names = ['Cost of time', 'Overtime', 'Part-time', 'Timetable', 'Time'];
  const found = names
    .flatMap((name) => {
      const match = fuzzyMatch('time', name);
      return match === null ? [] : [{ name, score: match.score }];
    })
    .toSorted((a, b) => b.score - a.score);
  expect(found.map(({ name }) => name)).toEqual([
    'Time',
    'Timetable',
    'Cost of time',
    'Part-time',
    'Overtime',
  ]);
});

test('finds pieces that each begin a word, and nothing scattered', () => {
  expect(pieces('idw', 'Integration in daily work')).toEqual(['I', 'd', 'w']);
  expect(pieces('indai', 'Integration in daily work')).toEqual(['In', 'dai']);
  expect(pieces('work int', 'Integration in daily work')).toEqual(['Int', 'work']);
  expect(pieces('itgr', 'Integration in daily work')).toBeNull();
  expect(pieces('kendel', 'Kennis delen met collega’s')).toEqual(['Ken', 'del']);
});

test('capitals, diacritics and composed letters do not matter, and the letters found are those of the name', () => {
  expect(pieces('coordinatie', 'Zorgcoördinatie')).toEqual(['coördinatie']);
  expect(pieces('CAFÉ', 'a cafe\u0301 here')).toEqual(['cafe\u0301']);
  expect(pieces('x', 'time')).toBeNull();
  expect(fuzzyMatch('', 'time')).toEqual({ score: 0, ranges: [] });
});

test('whatever is typed, the pieces lie in the name, in order, apart', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      (query, text) => {
        let last = -1;
        for (const [start, end] of fuzzyMatch(query, text)?.ranges ?? []) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      },
    ),
  );
});

test('every part of a name finds it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zé]{1,12}$/), fc.nat(11), fc.nat(11), (text, one, other) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other) + 1];
      expect(fuzzyMatch(text.slice(start, end), text)).not.toBeNull();
    }),
  );
});
