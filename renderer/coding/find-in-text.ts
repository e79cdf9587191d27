import { foldText } from '#shared/search/fold-text.ts';
import { blockAt } from './transcript-blocks.ts';
import type { TextRange } from '#shared/text/text-range.ts';

/** Where some words stand, in whatever case and with or without diacritics, in the blocks that are drawn. */
export function findInText(text: string, blocks: readonly TextRange[], words: string): readonly TextRange[] {
  const wanted = foldText(words).text;
  if (wanted.trim() === '') return [];
  const folded = foldText(text);
  const found: TextRange[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    const range = { start: folded.toOriginal(at), end: folded.toOriginal(at + wanted.length) };
    const block = blockAt(blocks, range.start);
    if (block !== undefined && range.start >= block.start && range.start < block.end) found.push(range);
  }
  return found;
}

/** The first that begins at or after a position, or else the first of all; -1 when there is none. */
export function firstFrom(found: readonly TextRange[], position: number): number {
  if (found.length === 0) return -1;
  const index = found.findIndex(({ start }) => start >= position);
  return Math.max(index, 0);
}
