import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGraphemeBoundary, snapOutwards } from '#shared/text/graphemes.ts';
import { Anchors } from '#shared/text/re-anchor.ts';
import { applyChanges, editBetween, withEdit, type TextChange } from '#shared/text/text-changes.ts';
import { changesBetween } from '#shared/text/text-diff.ts';
import type { TextRange } from '#shared/text/text-range.ts';

const STORY =
  'I: What do you do?\n\nT01: De huisarts kwam langs. Zij zei: de huisarts weet het 👩‍⚕️ best.\n\nT01: Cafe\u0301 and naïve zoë.\n';

function rangeOf(text: string, words: string, from = 0): TextRange {
  const start = text.indexOf(words, from);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
}

/** The words that a coding of `words` has after the edit that a person made by replacing `old` by `text`. */
function after(text: string, coded: TextRange, old: TextRange, replacement: string) {
  const anchors = new Anchors(text, [{ ...old, text: replacement }]);
  const { outcome, start, end } = anchors.follow(coded);
  return { outcome, words: outcome === 'lost' ? null : anchors.after.slice(start, end) };
}

describe('a coding whose text is edited', () => {
  const doctor = rangeOf(STORY, 'huisarts');

  it('takes the word that is typed over its word', () => {
    expect(after(STORY, doctor, doctor, 'dokter')).toEqual({ outcome: 'changed', words: 'dokter' });
    expect(after(STORY, doctor, doctor, 'huisvrouw')).toEqual({ outcome: 'changed', words: 'huisvrouw' });
  });

  it('takes what is typed inside it, and not what is typed at its edges', () => {
    const sentence = rangeOf(STORY, 'De huisarts kwam langs.');
    const inside = { start: doctor.end, end: doctor.end };
    expect(after(STORY, sentence, inside, ' ook')).toEqual({
      outcome: 'changed',
      words: 'De huisarts ook kwam langs.',
    });
    const [at, to] = [
      { start: doctor.start, end: doctor.start },
      { start: doctor.end, end: doctor.end },
    ];
    expect(after(STORY, doctor, at, 'goede ')).toEqual({ outcome: 'kept', words: 'huisarts' });
    expect(after(STORY, doctor, to, 'enpost')).toEqual({ outcome: 'kept', words: 'huisarts' });
  });

  it('is lost, and not dropped, when all of its text goes', () => {
    expect(after(STORY, doctor, doctor, '').outcome).toBe('lost');
    const sentence = rangeOf(STORY, 'De huisarts kwam langs. ');
    expect(after(STORY, doctor, sentence, '').outcome).toBe('lost');
  });

  it('does not take over the turns that are typed where its text was deleted', () => {
    const sentence = rangeOf(STORY, 'kwam langs.');
    const coded = rangeOf(STORY, 'kwam langs');
    expect(after(STORY, coded, sentence, '\nI: Wat deed u?').outcome).toBe('lost');
    expect(after(STORY, doctor, doctor, 'dokter\nI: Wie?')).toEqual({ outcome: 'changed', words: 'dokter' });
  });

  it('keeps what is left when a part of it goes', () => {
    const part = rangeOf(STORY, 'huisarts kwam langs. Zij');
    expect(after(STORY, rangeOf(STORY, 'De huisarts kwam'), part, '').words).toBe('De');
    expect(after(STORY, rangeOf(STORY, 'langs. Zij zei'), part, '').words).toBe('zei');
  });

  it('moves with a paragraph that is cut and put in elsewhere', () => {
    const paragraph = rangeOf(STORY, 'T01: Cafe\u0301 and naïve zoë.\n');
    const moved = [
      { start: 0, end: 0, text: STORY.slice(paragraph.start, paragraph.end) },
      { ...paragraph, text: '' },
    ];
    const anchors = new Anchors(STORY, moved);
    const coded = rangeOf(STORY, 'naïve');
    expect(anchors.follow(coded)).toEqual({ outcome: 'kept', ...rangeOf(anchors.after, 'naïve') });
    const compared = Anchors.between(STORY, anchors.after);
    expect(compared.follow(coded)).toEqual({ outcome: 'kept', ...rangeOf(anchors.after, 'naïve') });
  });

  it('stays with its own passage where another one reads the same', () => {
    const twice = 'Ja, dat klopt.\nNee.\nJa, dat klopt.\nNee.\n';
    const first = rangeOf(twice, 'Ja, dat klopt.\nNee.\n');
    const second = rangeOf(twice, 'dat klopt', 10);
    expect(after(twice, second, first, '')).toEqual({ outcome: 'kept', words: 'dat klopt' });
    expect(after(twice, rangeOf(twice, 'dat klopt'), first, '').outcome).toBe('lost');
  });

  it('is found in a paragraph that is pasted over in a corrected form', () => {
    const paragraph = rangeOf(STORY, 'De huisarts kwam langs. Zij zei: de huisarts weet het');
    const corrected = 'De huisarts kwam gisteren langs. Zij zei dus: de dokter weet het';
    expect(after(STORY, doctor, paragraph, corrected)).toEqual({ outcome: 'kept', words: 'huisarts' });
    const second = rangeOf(STORY, 'de huisarts', doctor.end);
    expect(after(STORY, second, paragraph, corrected)).toEqual({ outcome: 'changed', words: 'de dokter' });
    expect(after(STORY, rangeOf(STORY, 'kwam langs'), paragraph, corrected)).toEqual({
      outcome: 'changed',
      words: 'kwam gisteren langs',
    });
  });

  it('never cuts a grapheme: a mark that is typed behind it joins its last letter', () => {
    const cafe = rangeOf(STORY, 'Cafe\u0301');
    const e = { start: cafe.end, end: cafe.end };
    expect(after(STORY, cafe, e, '\u0323')).toEqual({ outcome: 'changed', words: 'Cafe\u0301\u0323' });
  });

  it('keeps its words when they are deleted and typed again', () => {
    const gone = withEdit([], { ...doctor, text: '' });
    const back = 'huisarts'
      .split('')
      .reduce<readonly TextChange[]>(
        (changes, letter, index) =>
          withEdit(changes, { start: doctor.start + index, end: doctor.start + index, text: letter }),
        gone,
      );
    expect(new Anchors(STORY, back).follow(doctor)).toEqual({ outcome: 'kept', ...doctor });
  });
});

const piece = fc.constantFrom(
  'ja ',
  'nee ',
  'de ',
  'huisarts',
  ' kwam',
  '. ',
  '\n',
  '\n\nT01: ',
  '👩‍⚕️',
  '👍🏽',
  'e\u0301',
  '\u0301',
  '한',
  'ا',
  ' ',
  'x',
);
const text = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));
const edits = fc.array(
  fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), text: fc.array(piece, { maxLength: 3 }) }),
  { maxLength: 8 },
);
type Edits = typeof edits extends fc.Arbitrary<infer E> ? E : never;

/** Edits as a person makes them: one after the other, never through the middle of a sign. */
function type(
  before: string,
  made: Edits,
): { readonly after: string; readonly changes: readonly TextChange[] } {
  let now = before;
  let changes: readonly TextChange[] = [];
  for (const { at, length, text: pieces } of made) {
    const from = at % (now.length + 1);
    const whole = snapOutwards(now, { start: from, end: Math.min(now.length, from + length) });
    const edit = { ...whole, text: pieces.join('') };
    now = now.slice(0, edit.start) + edit.text + now.slice(edit.end);
    changes = withEdit(changes, edit);
  }
  return { after: now, changes };
}

function rangeIn(before: string, [a, b]: readonly [number, number]): TextRange {
  const [start, end] = [a % before.length, b % before.length].toSorted((x, y) => x - y) as [number, number];
  return snapOutwards(before, { start, end: end + 1 });
}

describe('re-anchoring, whatever is edited', () => {
  it('adds up single edits to the text that they made', () => {
    fc.assert(
      fc.property(text, edits, (before, made) => {
        const typed = type(before, made);
        expect(applyChanges(before, typed.changes)).toBe(typed.after);
        expect(applyChanges(before, changesBetween(before, typed.after))).toBe(typed.after);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps exactly the text of a coding that no edit touches, where the edits put it', () => {
    fc.assert(
      fc.property(text, edits, fc.tuple(fc.nat(), fc.nat()), (before, made, place) => {
        const coded = rangeIn(before, place);
        const typed = type(before, made);
        const touched = typed.changes.some(({ start, end }) => start < coded.end && end > coded.start);
        fc.pre(!touched);
        const shift = typed.changes
          .filter(({ end }) => end <= coded.start)
          .reduce((sum, { start, end, text: added }) => sum + added.length - (end - start), 0);
        const expected = { start: coded.start + shift, end: coded.end + shift };
        const found = new Anchors(before, typed.changes).follow(coded);
        // A mark typed against it joins its first or last sign: then that sign is all of it.
        expect(found).toEqual(
          isGraphemeBoundary(typed.after, expected.start) && isGraphemeBoundary(typed.after, expected.end)
            ? { outcome: 'kept', ...expected }
            : { outcome: 'changed', ...snapOutwards(typed.after, expected) },
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('never cuts a grapheme, never leaves the text, and calls kept only what is the same', () => {
    fc.assert(
      fc.property(text, edits, fc.tuple(fc.nat(), fc.nat()), fc.boolean(), (before, made, place, known) => {
        const coded = rangeIn(before, place);
        const typed = type(before, made);
        const anchors = known ? new Anchors(before, typed.changes) : Anchors.between(before, typed.after);
        expect(anchors.after).toBe(typed.after);
        const { outcome, start, end } = anchors.follow(coded);
        if (outcome === 'lost') {
          expect({ start, end }).toEqual(coded);
          return;
        }
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(typed.after.length);
        expect(isGraphemeBoundary(typed.after, start) && isGraphemeBoundary(typed.after, end)).toBe(true);
        const same = typed.after.slice(start, end) === before.slice(coded.start, coded.end);
        expect(outcome).toBe(same ? 'kept' : 'changed');
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no coding of words that stand in a corrected file as they stood', () => {
    const word = fc.constantFrom('de', 'huisarts', 'kwam', 'niet', 'langs', 'omdat', 'zij', '👍🏽', 'zoë');
    const paragraph = fc.array(word, { minLength: 3, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 2, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', 'Heel iets anders.', 'De dokter'),
        (paragraphs, codedAt, editedAt, replacement) => {
          // Every paragraph has a number of its own, so that there is one right answer.
          const numbered = paragraphs.map((words, index) => `${index}: ${words}`);
          const [coded, edited] = [codedAt % numbered.length, editedAt % numbered.length];
          fc.pre(coded !== edited);
          const before = numbered.join('\n');
          const corrected = numbered
            .map((words, index) => (index === edited ? replacement : words))
            .join('\n');
          const words = numbered[coded] ?? '';
          const found = Anchors.between(before, corrected).follow(rangeOf(before, words));
          expect(found).toEqual({ outcome: 'kept', ...rangeOf(corrected, words) });
        },
      ),
    );
  });
});

describe('the edit that a person made', () => {
  it('is told by the caret where two passages read the same', () => {
    const twice = 'Ja.\nJa.\nJa.\n';
    expect(editBetween(twice, 'Ja.\nJa.\n', { selected: { start: 0, end: 4 }, caret: 0 })).toEqual({
      start: 0,
      end: 4,
      text: '',
    });
    // Backspace, and Delete.
    expect(editBetween('aaa', 'aa', { selected: { start: 2, end: 2 }, caret: 1 })).toEqual({
      start: 1,
      end: 2,
      text: '',
    });
    expect(editBetween('aaa', 'aa', { selected: { start: 2, end: 2 }, caret: 2 })).toEqual({
      start: 2,
      end: 3,
      text: '',
    });
    expect(editBetween('aaa', 'aaaa', { selected: { start: 1, end: 1 }, caret: 2 })).toEqual({
      start: 1,
      end: 1,
      text: 'a',
    });
  });

  it('is found whatever is said of the caret', () => {
    fc.assert(
      fc.property(text, text, fc.nat({ max: 99 }), fc.nat({ max: 99 }), (before, now, from, caret) => {
        const edit = editBetween(before, now, { selected: { start: from, end: from }, caret });
        expect(applyChanges(before, edit === null ? [] : [edit])).toBe(now);
      }),
    );
  });
});
