import type { TextRange } from './text-range.ts';

export interface FoldedWord extends TextRange {
  /** In small letters, without diacritics. */
  readonly folded: string;
}

/** The words of a text, in order, as they are compared when people are looked for: “Zoë” is “zoe”. */
export function wordsIn(text: string): readonly FoldedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    folded: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function foldWord(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
