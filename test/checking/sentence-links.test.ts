import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeness, reanchorSentences, summarySentences } from '#shared/checking/sentence-links.ts';

const BEFORE = 'She learns from colleagues nearby. Time is the main cost. She trusts the group.';
const sentences = (summary: string): string[] => summarySentences(summary).map(({ text }) => text);

test('a summary is cut into its sentences', () => {
  expect(sentences(BEFORE)).toEqual([
    'She learns from colleagues nearby.',
    'Time is the main cost.',
    'She trusts the group.',
  ]);
});

test('sentences that are moved about keep their links', () => {
  const after = 'She trusts the group. She learns from colleagues nearby.';
  expect(Object.fromEntries(reanchorSentences(sentences(BEFORE), after))).toEqual({
    'She learns from colleagues nearby.': 'She learns from colleagues nearby.',
    'She trusts the group.': 'She trusts the group.',
    'Time is the main cost.': null,
  });
});

test('an edited sentence is found again; one that was written anew is not', () => {
  const after =
    'She learns mostly from colleagues nearby. Money matters little to her, she says. She trusts the group.';
  const places = reanchorSentences(sentences(BEFORE), after);
  expect(places.get('She learns from colleagues nearby.')).toBe('She learns mostly from colleagues nearby.');
  expect(places.get('Time is the main cost.')).toBeNull();
});

test('two links never end on one sentence because of an edit', () => {
  const places = reanchorSentences(['She has no time.', 'She has no time now.'], 'She has really no time.');
  expect([...places.values()].filter((text) => text !== null)).toHaveLength(1);
});

const words = fc.array(fc.constantFrom('she', 'time', 'costs', 'trust', 'group', 'says'), {
  minLength: 1,
  maxLength: 6,
});

test('whatever the edit, a sentence that still stands keeps its links, and every place is one of the summary', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 5 }), fc.array(words, { maxLength: 5 }), (old, next) => {
      const write = (list: string[][]) => list.map((one) => `${one.join(' ')}.`);
      const [anchors, summary] = [write(old), write(next).join(' ')];
      const present = sentences(summary);
      const places = reanchorSentences(anchors, summary);
      for (const anchor of anchors) {
        const place = places.get(anchor);
        if (present.includes(anchor)) expect(place).toBe(anchor);
        else expect(place === null || present.includes(place ?? '')).toBe(true);
      }
    }),
  );
});

test('likeness is symmetric, and 1 only for the same words', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(likeness(a, b)).toBeLessThanOrEqual(1);
    }),
  );
  expect(likeness('no time now', 'now no time')).toBe(1);
});
