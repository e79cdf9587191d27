import { array, assert, constantFrom, nat, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { lineAt, linesOfRange, lineStarts, spokenLines } from '#shared/transcripts/line-numbers.ts';
import { isGraphemeBoundary } from '#shared/text/graphemes.ts';
import { INTERVIEW } from '#test/coding/coded-study.ts';

/** The lines as they would be typed on a page. */
function typed(text: string): readonly string[] {
  const starts = lineStarts(text);
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).trim());
}

test('short paragraphs are lines, empty ones are not counted', () => {
  expect(typed(INTERVIEW)).toEqual(
    INTERVIEW.split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
});

test('a long paragraph is broken before the word that does not fit', () => {
  const words = 'neighbourhood '.repeat(11).trim();
  expect(typed(`I: Yes.\n\n${words}\n`)).toEqual([
    'I: Yes.',
    'neighbourhood neighbourhood neighbourhood neighbourhood neighbourhood',
    'neighbourhood neighbourhood neighbourhood neighbourhood neighbourhood',
    'neighbourhood',
  ]);
});

test('what has no spaces is broken between two signs, never inside one', () => {
  const family = '👩‍👩‍👧‍👦';
  for (const start of lineStarts(family.repeat(40))) expect(start % family.length).toBe(0);
});

test('a passage says its lines', () => {
  const starts = lineStarts('one\ntwo\n\nthree\n');
  expect(starts).toEqual([0, 4, 9]);
  expect(spokenLines(linesOfRange(starts, { start: 4, end: 7 }))).toBe('line 2');
  expect(spokenLines(linesOfRange(starts, { start: 1, end: 10 }))).toBe('lines 1–3');
});

test('every sign that is no white space lies in exactly one line, and lines are never long', () => {
  const part = constantFrom('a', 'bc ', ' ', '\n', 'é', '漢字', '👩‍👩‍👧‍👦', 'thirteen-sign ');
  const texts = array(part, { maxLength: 400 }).map((parts) => parts.join(''));
  assert(
    property(texts, nat(), (text, somewhere) => {
      const starts = lineStarts(text);
      for (const line of typed(text)) {
        expect(line).not.toBe('');
        expect(line).not.toContain('\n');
        expect(line.length).toBeLessThan(72 + '👩‍👩‍👧‍👦'.length);
      }
      for (const start of starts) expect(isGraphemeBoundary(text, start)).toBe(true);
      const place = somewhere % Math.max(1, text.length);
      const scanned = starts.filter((start) => start <= place).length;
      expect(lineAt(starts, place)).toBe(Math.max(1, scanned));
      expect(typed(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
});

test('a change further down leaves the numbers above as they were', () => {
  assert(
    property(array(string(), { maxLength: 30 }), string(), (paragraphs, added) => {
      const text = paragraphs.join('\n');
      expect(lineStarts(`${text}\n${added}`).slice(0, lineStarts(text).length)).toEqual(lineStarts(text));
    }),
  );
});
