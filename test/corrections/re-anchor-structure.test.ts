import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reAnchorStructure } from '#shared/corrections/re-anchor-structure.ts';
import { isGraphemeBoundary, snapOutwards } from '#shared/text/graphemes.ts';
import { Anchors } from '#shared/text/re-anchor.ts';
import { withEdit, type TextChange } from '#shared/text/text-changes.ts';
import { parseSections } from '#shared/transcripts/parse-sections.ts';
import { parseTurns } from '#shared/transcripts/parse-turns.ts';

const piece = fc.constantFrom(
  '\n',
  '\n\n',
  'T01: ',
  'I: ',
  '## Part\n',
  'ja ',
  'nee. ',
  '👩‍⚕️',
  'e\u0301',
  '\u0301',
  'Note: ',
  'x',
);
const interview = fc
  .array(
    fc.constantFrom(
      'I: Hoe gaat het?\n\n',
      'T01: Goed 👍🏽.\n\nEcht.\n\n',
      '## Werk\n\n',
      'I: En nu?\nT01: Ja.\n',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => `# Interview\n\n${parts.join('')}`);
const edits = fc.array(
  fc.record({ at: fc.nat(), length: fc.nat({ max: 15 }), text: fc.array(piece, { maxLength: 3 }) }),
  { minLength: 1, maxLength: 6 },
);

test('whatever is edited, turns and sections are in order, apart, in the text and on whole signs', () => {
  fc.assert(
    fc.property(interview, edits, fc.boolean(), (before, made, known) => {
      let now = before;
      let changes: readonly TextChange[] = [];
      for (const { at, length, text } of made) {
        const from = at % (now.length + 1);
        const whole = snapOutwards(now, { start: from, end: Math.min(now.length, from + length) });
        const edit = { ...whole, text: text.join('') };
        now = now.slice(0, edit.start) + edit.text + now.slice(edit.end);
        changes = withEdit(changes, edit);
      }
      const anchors = known ? new Anchors(before, changes) : Anchors.between(before, now);
      const { turns, sections } = reAnchorStructure(
        before,
        anchors,
        parseTurns(before, 'T01'),
        parseSections(before),
      );
      let cursor = 0;
      for (const { labelStart, start, end } of turns) {
        expect(labelStart).toBeGreaterThanOrEqual(cursor);
        expect(start).toBeGreaterThanOrEqual(labelStart);
        expect(end).toBeGreaterThanOrEqual(start);
        for (const position of [labelStart, end]) expect(isGraphemeBoundary(now, position)).toBe(true);
        cursor = end;
      }
      expect(cursor).toBeLessThanOrEqual(now.length);
      cursor = 0;
      for (const { headingStart, start, end } of sections) {
        expect(headingStart).toBeGreaterThanOrEqual(cursor);
        expect(start).toBeGreaterThanOrEqual(headingStart);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(now.length);
        cursor = start;
      }
    }),
    { numRuns: 1000 },
  );
});

test('a text that is not edited keeps its turns and sections', () => {
  fc.assert(
    fc.property(interview, (text) => {
      const [turns, sections] = [parseTurns(text, 'T01'), parseSections(text)];
      const again = reAnchorStructure(text, new Anchors(text, []), turns, sections);
      const places = (from: readonly { readonly start: number; readonly end: number }[]) =>
        from.map(({ start, end }) => [start, end]);
      expect(places(again.turns)).toEqual(places(turns));
      expect(places(again.sections)).toEqual(places(sections));
    }),
  );
});
