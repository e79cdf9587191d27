import { expect, test } from 'vitest';
import { selectBlock, selectSentence, stepEdge } from '#renderer/coding/selection-steps.ts';

const text = 'I: How do you do? T01: No, it breathes. It grows. I: Oh.';
const block = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const blocks = [block('How do you do?'), block('No, it breathes. It grows.'), block('Oh.')];
const caret = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) });
const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test('S selects the sentence, and again adds the next one of the turn', () => {
  const first = selectSentence(text, blocks, caret('it breathes'));
  expect(words(first)).toBe('No, it breathes.');
  const second = selectSentence(text, blocks, first);
  expect(words(second)).toBe('No, it breathes. It grows.');
  expect(selectSentence(text, blocks, second)).toEqual(second);
  expect(words(selectSentence(text, blocks, block('breathes. It')))).toBe('No, it breathes. It grows.');
});

test('T selects the turn, and again adds the next one', () => {
  const first = selectBlock(blocks, caret('grows'));
  expect(words(first)).toBe('No, it breathes. It grows.');
  expect(words(selectBlock(blocks, first))).toBe('No, it breathes. It grows. I: Oh.');
  expect(words(selectBlock(blocks, block('grows')))).toBe('No, it breathes. It grows.');
});

test('an edge moves by a word, over the border of a turn, and never past the other edge', () => {
  const range = block('it breathes');
  expect(words(stepEdge(text, blocks, range, 'end-forward'))).toBe('it breathes. It');
  expect(words(stepEdge(text, blocks, range, 'end-back'))).toBe('it');
  expect(stepEdge(text, blocks, block('it'), 'end-back')).toEqual(block('it'));
  expect(words(stepEdge(text, blocks, range, 'start-back'))).toBe('No, it breathes');
  expect(words(stepEdge(text, blocks, range, 'start-forward'))).toBe('breathes');
  expect(stepEdge(text, blocks, block('breathes'), 'start-forward')).toEqual(block('breathes'));
  expect(words(stepEdge(text, blocks, block('It grows.'), 'end-forward'))).toBe('It grows. I: Oh');
  expect(words(stepEdge(text, blocks, block('No'), 'start-back'))).toBe('do? T01: No');
});
