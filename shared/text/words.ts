import { countPlainWords } from './count-words.ts';
import { snapOutwards } from './graphemes.ts';
import type { TextRange } from './text-range.ts';

const wordSegmenter = new Intl.Segmenter('und', { granularity: 'word' });
const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The words of one stretch of text (a turn), in order, without the spaces and signs between them. */
export function wordsOf(text: string, within: TextRange): readonly TextRange[] {
  const words: TextRange[] = [];
  for (const { index, segment, isWordLike } of wordSegmenter.segment(text.slice(within.start, within.end))) {
    const start = within.start + index;
    if (isWordLike === true) words.push({ start, end: start + segment.length });
  }
  return words;
}

/** As many as `wordsOf` finds. */
export function countWords(text: string): number {
  return countPlainWords(text, (stretch) => wordsOf(stretch, { start: 0, end: stretch.length }).length);
}

/** The sentences of a stretch of text, without the white space between them. */
export function sentencesOf(text: string, within: TextRange): readonly TextRange[] {
  const sentences: TextRange[] = [];
  for (const { index, segment } of sentenceSegmenter.segment(text.slice(within.start, within.end))) {
    const trimmed = segment.trim();
    if (trimmed === '') continue;
    const start = within.start + index + segment.indexOf(trimmed);
    sentences.push({ start, end: start + trimmed.length });
  }
  return sentences;
}

/** The one that holds `position`, or else the next one, or else the last one. */
export function segmentAt(segments: readonly TextRange[], position: number): TextRange | undefined {
  return segments.find(({ end }) => end > position) ?? segments.at(-1);
}

/** Where the next word ends after `position`: how an edge moves forwards by a word. */
export function nextWordEnd(text: string, within: TextRange, position: number): number {
  return wordsOf(text, within).find(({ end }) => end > position)?.end ?? within.end;
}

export function previousWordEnd(text: string, within: TextRange, position: number): number {
  return wordsOf(text, within).findLast(({ end }) => end < position)?.end ?? within.start;
}

export function nextWordStart(text: string, within: TextRange, position: number): number {
  return wordsOf(text, within).find(({ start }) => start > position)?.start ?? within.end;
}

export function previousWordStart(text: string, within: TextRange, position: number): number {
  return wordsOf(text, within).findLast(({ start }) => start < position)?.start ?? within.start;
}

/** What stands before and after a range, cut at graphemes. */
export function contextOf(
  text: string,
  range: TextRange,
  characters: number,
): { readonly before: string; readonly after: string } {
  const wide = snapOutwards(text, {
    start: Math.max(0, range.start - characters),
    end: Math.min(text.length, range.end + characters),
  });
  return { before: text.slice(wide.start, range.start), after: text.slice(range.end, wide.end) };
}
