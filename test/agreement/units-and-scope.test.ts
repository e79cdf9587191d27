import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FlatText, scopeOf, type ScopedTurn } from '#shared/agreement/text-scope.ts';
import { unitsOf } from '#shared/agreement/text-units.ts';
import type { UnitKind } from '#shared/agreement/unit-rules.ts';
import { parseTurns } from '#shared/transcripts/parse-turns.ts';

const TEXT = [
  'I: How do you learn?',
  'P1: We talk. It helps a lot.\nAnd then we try it.',
  'P1: Together, I mean.',
  'I: And alone?',
  'P1: I read.  ',
].join('\n\n');

const turns: readonly ScopedTurn[] = parseTurns(TEXT, 'P1').map(({ role, start, end }) => ({
  role,
  start,
  end,
}));

const units = (kind: UnitKind, more: Partial<Parameters<typeof unitsOf>[1]> = {}) =>
  unitsOf(kind, { text: TEXT, turns, questions: [], marked: [], withInterviewer: false, ...more }).map(
    ({ start, end }) => TEXT.slice(start, end),
  );

describe('units', () => {
  test('turns are what the participant says, without the interviewer unless asked', () => {
    expect(units('turns')).toEqual([
      'We talk. It helps a lot.\nAnd then we try it.',
      'Together, I mean.',
      'I read.',
    ]);
    expect(units('turns', { withInterviewer: true })).toHaveLength(5);
  });

  test('sentences and paragraphs never run from one turn into the next', () => {
    expect(units('sentences')).toEqual([
      'We talk.',
      'It helps a lot.',
      'And then we try it.',
      'Together, I mean.',
      'I read.',
    ]);
    expect(units('paragraphs')).toEqual([
      'We talk. It helps a lot.',
      'And then we try it.',
      'Together, I mean.',
      'I read.',
    ]);
  });

  test('an answer is all that is said to one question', () => {
    expect(units('answers').map((answer) => answer.replaceAll(/\s+/g, ' '))).toEqual([
      'We talk. It helps a lot. And then we try it. P1: Together, I mean.',
      'I read.',
    ]);
    expect(units('answers', { questions: [{ start: 0, end: TEXT.length }] })).toHaveLength(1);
  });

  test('marked spans that overlap are one unit; free spans have none', () => {
    const marked = [
      { start: 26, end: 34 },
      { start: 30, end: 40 },
      { start: 60, end: 70 },
    ];
    expect(units('spans of one person', { marked })).toHaveLength(2);
    expect(units('free spans')).toEqual([]);
  });
});

describe('scope', () => {
  test('leaves out the interviewer, labels, and stretches that were excluded', () => {
    const excluded = [{ start: TEXT.indexOf('It helps'), end: TEXT.indexOf('And then') }];
    const said = scopeOf(TEXT, turns, excluded, false).map(({ start, end }) => TEXT.slice(start, end));
    expect(said).toEqual(['We talk. ', 'And then we try it.', 'Together, I mean.', 'I read.']);
  });

  test('positions on the flat text are those of the characters in scope, counted one by one', () => {
    const range = fc
      .tuple(fc.nat(50), fc.nat(50))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 4 }), range, (cuts, span) => {
        const text = 'x'.repeat(60);
        const scope = scopeOf(text, [{ role: 'participant', start: 5, end: 55 }], cuts, false);
        const inScope = (at: number) => scope.some(({ start, end }) => start <= at && at < end);
        const flat = new FlatText(scope);
        expect(flat.length).toBe(text.split('').filter((_, at) => inScope(at)).length);
        const before = (position: number) =>
          text.split('').filter((_, at) => at < position && inScope(at)).length;
        const found = flat.rangeOf(span);
        const expected = { start: before(span.start), end: before(span.end) };
        expect(found).toEqual(expected.end > expected.start ? expected : null);
      }),
    );
  });
});
