import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '#shared/search/fold-text.ts';
import { findQuery, readQuery } from '#shared/search/search-query.ts';

function found(query: string, text: string, limit = Infinity): readonly string[] {
  const read = readQuery(query);
  if (read === null) return [];
  return findQuery(foldText(text), read, limit).map(({ start, end }) => text.slice(start, end));
}

test('words are a phrase, and any of them may be begun', () => {
  expect(found('shared work', 'We shared — the work. Shared work!')).toEqual(['Shared work']);
  expect(found('shar* wor*', 'Sharing workloads, share of work')).toEqual(['Sharing workloads']);
  expect(found('werk*', 'Werkdruk; huiswerk; het WERK.')).toEqual(['Werkdruk', 'WERK']);
  expect(found('coordinatie', 'De coördinatie en coo\u0308rdinatie.')).toEqual([
    'coördinatie',
    'coo\u0308rdinatie',
  ]);
});

test('NEAR finds words in any order, with at most so many words between them', () => {
  const text = 'Time is short. The work takes more time. Work, work and later time.';
  expect(found('time NEAR/2 work', text)).toEqual([
    'work takes more time',
    'time. Work',
    'time. Work, work',
    'work and later time',
  ]);
  expect(found('work NEAR/2 time', text)).toEqual(found('time NEAR/2 work', text));
  expect(found('work NEAR/0 time', text)).toEqual(['time. Work']);
  expect(found('time NEAR/0 short', text)).toEqual([]);
  expect(found('sho* NEAR/1 tak*', text)).toEqual([]);
  expect(found('sho* NEAR/2 tak*', text)).toEqual(['short. The work takes']);
  expect(found('time NEAR short NEAR/3 takes', text)).toEqual(['Time is short. The work takes']);
});

test('NEAR without a number allows ten words; in quotation marks, or small, it is a word', () => {
  expect(readQuery('a NEAR b')?.near[0]?.distance).toBe(10);
  expect(found('"NEAR" miss', 'a near miss')).toEqual(['near miss']);
  expect(found('near miss', 'a near miss')).toEqual(['near miss']);
  expect(found('“near/5 miss”', 'a near: 5 miss')).toEqual(['near: 5 miss']);
});

test('an unfinished question asks for what is there', () => {
  expect(readQuery('  * NEAR/3 ')).toBeNull();
  expect(found('time NEAR/', 'time near: x')).toEqual(['time near']);
  expect(found('time NEAR/3 ', 'in time')).toEqual(['time']);
  expect(found('NEAR/3 time', 'in time')).toEqual(['time']);
});

/** Every pair of words, counted by hand. */
function pairsByHand(words: readonly string[], a: string, b: string, distance: number): number {
  const spans = new Set<string>();
  words.forEach((word, at) => {
    for (const other of [...(word === a ? [b] : []), ...(word === b ? [a] : [])]) pair(at, other);
  });
  return spans.size;

  function pair(at: number, other: string): void {
    const gaps = words
      .map((_, index) => ({ index, gap: Math.abs(index - at) - 1 }))
      .filter(({ index }) => words[index] === other && index !== at)
      .toSorted((x, y) => x.gap - y.gap || y.index - x.index);
    const nearest = gaps[0];
    if (nearest !== undefined && nearest.gap <= distance)
      spans.add(`${Math.min(at, nearest.index)} ${Math.max(at, nearest.index)}`);
  }
}

test('NEAR agrees with counting by hand', () => {
  const word = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.nat(6), word, (words, distance, other) => {
      const text = words.join(' - ');
      expect(found(`a NEAR/${distance} ${other}`, text).length).toBe(
        pairsByHand(words, 'a', other, distance),
      );
    }),
  );
});

test('no text that a person types is an error, and positions lie in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, text) => {
      const read = readQuery(query);
      if (read === null) return;
      for (const { start, end } of findQuery(foldText(text), read, 100)) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
