import { expect, test } from 'vitest';
import type { GuideQuestionId } from '#shared/ids.ts';
import { blockAt, blocksOf, piecesOf } from '#renderer/coding/transcript-blocks.ts';

const text = '# Interview T01\n\n## Background\n\nI: How?\n\nT01: No, it\nbreathes.\n\nEnd of tape\n';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const turn = (number: number, label: string, words: string) => ({
  number,
  speaker: label,
  role: 'participant' as const,
  labelStart: text.indexOf(`${label}: `),
  startMs: null,
  endMs: null,
  ...at(words),
});
const transcript = {
  text,
  turns: [turn(1, 'I', 'How?'), turn(2, 'T01', 'No, it\nbreathes.')],
  sections: [
    { number: 1, title: 'Background', headingStart: text.indexOf('##'), start: 31, end: text.length },
  ],
  questions: [],
};
const blocks = blocksOf(transcript);

test('a transcript is drawn as turns, headings and other lines, each at its place in the text', () => {
  expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['line', '# Interview T01'],
    ['heading', 'Background'],
    ['turn', 'How?'],
    ['turn', 'No, it\nbreathes.'],
    ['line', 'End of tape'],
  ]);
});

test('a range across turns is cut into what lies in each of them', () => {
  const range = { start: text.indexOf('w?'), end: text.indexOf('it') };
  expect(piecesOf(blocks, range).map(({ index, start, end }) => [index, text.slice(start, end)])).toEqual([
    [2, 'w?'],
    [3, 'No, '],
  ]);
  expect(piecesOf(blocks, { start: 0, end: text.length })).toHaveLength(5);
});

test('a caret at the end of a turn still stands in it', () => {
  expect(blockAt(blocks, at('How?').end)).toBe(blocks[2]);
  expect(blockAt(blocks, at('How?').end + 1)).toBe(blocks[3]);
  expect(blockAt(blocks, text.length)).toBe(blocks[4]);
});

test('a part that was set by hand, and a question of the guide, stand above their turn', () => {
  const [, answer] = transcript.turns;
  const drawn = blocksOf({
    ...transcript,
    sections: [
      ...transcript.sections,
      {
        number: 2,
        title: 'Ties',
        headingStart: answer!.labelStart,
        start: answer!.labelStart,
        end: text.length,
      },
    ],
    questions: [{ questionId: 7 as GuideQuestionId, title: 'How does it go?', ...at('I: How?') }],
  });
  expect(drawn.flatMap((block) => (block.kind === 'turn' ? [[block.part, block.question]] : []))).toEqual([
    [null, 'How does it go?'],
    ['Ties', null],
  ]);
  expect(drawn.map(({ start, end }) => [start, end])).toEqual(blocks.map(({ start, end }) => [start, end]));
});
