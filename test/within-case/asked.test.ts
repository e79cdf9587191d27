import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingTitles, partsAsked, questionsAsked, usualTitles } from '#shared/within-case/asked.ts';
import { themePoles } from '#shared/within-case/theme-poles.ts';
import { uncovered } from '#shared/within-case/uncoded.ts';
import { countWords } from '#shared/text/words.ts';
import type { CodeId } from '#shared/ids.ts';

/** An interview from lines like “I: Why?” and “# Part”; a coding covers each stretch between stars. */
function interview(lines: readonly string[]) {
  let text = '';
  const turns: { number: number; role: 'interviewer' | 'participant'; start: number; end: number }[] = [];
  const parts: { title: string; start: number; end: number }[] = [];
  const codings: { start: number; end: number }[] = [];
  let open: number | null = null;
  for (const line of lines) {
    if (line.startsWith('# ')) {
      parts.push({ title: line.slice(2), start: text.length, end: 0 });
      text += `${line}\n`;
      continue;
    }
    const said = line.slice(3);
    const start = text.length + 3;
    text += line.slice(0, 3);
    for (const sign of said) {
      if (sign !== '*') text += sign;
      else if (open === null) open = text.length;
      else {
        codings.push({ start: open, end: text.length });
        open = null;
      }
    }
    const role = line.startsWith('I') ? 'interviewer' : 'participant';
    turns.push({ number: turns.length + 1, role, start, end: text.length });
    text += '\n';
  }
  parts.forEach((part, index) => (part.end = parts[index + 1]?.start ?? text.length));
  return { text, turns, parts, codings };
}

const STUDY = interview([
  '# Work',
  'I: What do you do?',
  'T: *I teach.* Mostly.',
  'I: Do you like it?',
  'T: Yes, very much so.',
  'I: I see.',
  '# Ties',
  'I: Whom do you ask?',
  'I: Or nobody?',
  '# Closing',
  'I: Anything else?',
  'T: No.',
  'T: *Well, one thing.*',
]);

test('a question is answered by what is said until the interviewer speaks again', () => {
  expect(questionsAsked(STUDY, countWords).map(({ text, outcome, words }) => [text, outcome, words])).toEqual(
    [
      ['What do you do?', 'coded', 3],
      ['Do you like it?', 'nothing coded', 4],
      ['Whom do you ask?', 'no answer', 0],
      ['Or nobody?', 'no answer', 0],
      ['Anything else?', 'coded', 4],
    ],
  );
});

test('a part without a word of the participant is told from one in which nothing is coded', () => {
  expect(
    partsAsked(STUDY, countWords).map(({ title, outcome, words, codings }) => [
      title,
      outcome,
      words,
      codings,
    ]),
  ).toEqual([
    ['Work', 'coded', 7, 1],
    ['Ties', 'no answer', 0, 0],
    ['Closing', 'coded', 4, 1],
  ]);
  expect(partsAsked({ ...STUDY, codings: [] }, countWords)[0]).toMatchObject({ outcome: 'nothing coded' });
});

test('what most of the other interviews have is usual; capitals and spaces make no part another one', () => {
  const usual = usualTitles([['Work', 'Ties'], ['work ', 'Money'], ['WORK', 'Ties', 'Ties'], ['Hobby']]);
  expect(usual).toEqual(['Work']);
  expect(missingTitles(['Work', 'Strong  ties'], ['  strong ties'])).toEqual(['Work']);
});

test('what is left uncovered is every place of the ranges that nothing covers', () => {
  const range = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 6 }),
      (covering, lengths) => {
        // Turns one after the other, with a gap between them.
        let at = 0;
        const ranges = lengths.map((length) => {
          const start = at;
          at += length + 2;
          return { start, end: start + length };
        });
        const left = uncovered(ranges, covering);
        const inside = (place: number, all: readonly { start: number; end: number }[]): boolean =>
          all.some(({ start, end }) => start <= place && place < end);
        for (let place = 0; place < 90; place += 1)
          expect(inside(place, left)).toBe(inside(place, ranges) && !inside(place, covering));
        for (const { start, end } of left) expect(start).toBeLessThan(end);
      },
    ),
  );
});

test('counts the poles of each code that has them', () => {
  const codes = [
    { id: 1 as CodeId, name: 'Formality', poleLow: 'formal', poleHigh: 'informal' },
    { id: 2 as CodeId, name: 'Time', poleLow: null, poleHigh: null },
    { id: 3 as CodeId, name: 'Scope', poleLow: 'local', poleHigh: 'global' },
  ];
  const fragments = [
    { codeId: 1 as CodeId, weight: 1 },
    { codeId: 1 as CodeId, weight: 2 },
    { codeId: 1 as CodeId, weight: -1 },
    { codeId: 1 as CodeId, weight: null },
    { codeId: 2 as CodeId, weight: 1 },
  ];
  expect(themePoles(codes, fragments)).toEqual([
    { codeId: 1, code: 'Formality', lowName: 'formal', highName: 'informal', low: 1, high: 2, unmarked: 1 },
  ]);
});
