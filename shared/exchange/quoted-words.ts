import type { TextRange } from '../text/text-range.ts';

/** Fewer letters than this stand in too many places to say anything by being the beginning of a passage. */
const TELLING = 12;

/**
 * How well a passage agrees with the words that a file gives for it: 1 when they are the same, ½ when the words are the
 * beginning of the passage (programs cut names), 0 otherwise. White space does not count: programs join lines in names.
 */
export function agreement(passage: string, words: string): 0 | 0.5 | 1 {
  const wanted = folded(words);
  if (wanted === '') return 0;
  const found = folded(passage);
  if (found === wanted) return hasSameEdges(passage, words) ? 1 : 0.5;
  const cut = wanted.replace(/(?:…|\.\.\.)$/u, '').trimEnd();
  const isCut = cut !== wanted || cut.length >= TELLING;
  return isCut && cut !== '' && found.startsWith(cut) ? 0.5 : 0;
}

/** The end that is included and the end that is not differ by one sign, which may be a space that folding takes away. */
function hasSameEdges(passage: string, words: string): boolean {
  return words !== words.trim() || passage === passage.trim();
}

function folded(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().normalize('NFC');
}

/** Where the words stand in the text, white space aside: the place that is nearest to `near`; null when nowhere. */
export function findWords(text: string, words: string, near: number): TextRange | null {
  let nearest: TextRange | null = null;
  for (const found of findAllWords(text, words.replace(/(?:…|\.\.\.)\s*$/u, ''))) {
    if (nearest === null || Math.abs(found.start - near) < Math.abs(nearest.start - near)) nearest = found;
  }
  return nearest;
}

/** Every place where the words stand, white space aside; none for words that are nothing but white space. */
export function findAllWords(text: string, words: string): readonly TextRange[] {
  const parts = words.trim().split(/\s+/u);
  if (parts.join('').length === 0) return [];
  const literal = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
  const pattern = new RegExp(literal.join(String.raw`\s+`), 'gu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}
