/** A text as search sees it, and the way back from a position in it to the text itself. */
export interface FoldedText {
  /** Words in small letters without diacritics; whatever is not a word and not ASCII is a space. */
  readonly text: string;
  /** The position in the original where the folded position lies; marks that were folded away lie before it. */
  toOriginal(foldedPosition: number): number;
}

/**
 * Folds case, diacritics, ligatures and compatibility forms, so that “Coördinatie”, “coördinatie” (decomposed) and
 * “COORDINATIE” are one word. It goes code point by code point, so that every position can be traced back exactly.
 */
export function foldText(original: string): FoldedText {
  let text = '';
  let copied = 0;
  // After each code point that changed its length: where it ends in the folded text, and in the original.
  const foldedEnds: number[] = [];
  const originalEnds: number[] = [];
  for (let at = 0; at < original.length; at += 1) {
    if (original.charCodeAt(at) < 0x80) continue;
    const codePoint = original.codePointAt(at) ?? 0;
    const length = codePoint > 0xffff ? 2 : 1;
    const folded = foldCodePoint(codePoint);
    text += original.slice(copied, at) + folded;
    copied = at + length;
    at += length - 1;
    if (folded.length === length) continue;
    foldedEnds.push(text.length);
    originalEnds.push(copied);
  }
  text += original.slice(copied);
  return {
    // Only ASCII is left to change here, and it keeps its length.
    text: text.toLowerCase(),
    toOriginal(position) {
      const before = lastAtMost(foldedEnds, position);
      return before < 0 ? position : position + (originalEnds[before] ?? 0) - (foldedEnds[before] ?? 0);
    },
  };
}

/** Letters that Unicode does not take apart, though readers do. */
const TAKEN_APART = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['ς', 'σ'],
]);

// Diacritics have the script of the letter they stand on. The two Japanese voicing marks make another letter, and stay.
// The soft hyphen is only a hint for line breaks.
const IGNORED = /[[\p{Script=Inherited}--[\u3099\u309a]]\u00ad]/gv;
const PART_OF_WORD = /^[\p{L}\p{N}\p{M}]$/u;
const NOT_ONE_WORD = /^$|[^0-9a-z\u0080-\uffff]/;

const folds = new Map<number, string>();

function foldCodePoint(codePoint: number): string {
  let folded = folds.get(codePoint);
  if (folded === undefined) {
    folded = computeFold(String.fromCodePoint(codePoint));
    folds.set(codePoint, folded);
  }
  return folded;
}

function computeFold(character: string): string {
  if (character.replace(IGNORED, '') === '') return '';
  if (!PART_OF_WORD.test(character)) return ' ';
  const plain = character.normalize('NFKD').toLowerCase().replace(IGNORED, '');
  // One code point never becomes several words: a position inside it would mean nothing in the original.
  if (NOT_ONE_WORD.test(plain)) return character;
  return Array.from(plain, (letter) => TAKEN_APART.get(letter) ?? letter).join('');
}

/** The index of the last number that is at most `limit` in an ascending list, or -1. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
