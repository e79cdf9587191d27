export interface FuzzyMatch {
  /** Higher is better. */
  readonly score: number;
  /** The matched pieces of the text, half-open, for highlighting. */
  readonly ranges: readonly (readonly [number, number])[];
}

const WHOLE = 100;
const AT_START = 90;
const AT_WORD = 75;
const INSIDE = 50;
const IN_PIECES = 40;
/** Each piece beyond the second makes it likelier that the match is by chance. */
const PER_PIECE = 5;

/**
 * Finds what a person types in a name: its beginning, the beginning of a word, anything inside, or pieces that each
 * begin a word (“idw” and “int dai” find “Integration in daily work”). Capitals and diacritics do not matter.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const words = foldText(query).letters.join('').split(/\s+/).filter(Boolean);
  const folded = foldText(text);
  const found = words.map((word) => matchWord(Array.from(word), folded));
  if (found.some((match) => match === null)) return null;
  const matches = found.flatMap((match) => (match === null ? [] : [match]));
  return {
    score: matches.length === 0 ? 0 : sum(matches.map(({ score }) => score)) / matches.length,
    ranges: merged(matches.flatMap(({ ranges }) => ranges)),
  };
}

interface FoldedText {
  /** Each letter without capital and diacritics. */
  readonly letters: readonly string[];
  /** Where each letter comes from in the text, and where the text ends. */
  readonly offsets: readonly number[];
}

function foldText(text: string): FoldedText {
  const letters: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    for (const letter of character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()) {
      letters.push(letter);
      offsets.push(offset);
    }
    offset += character.length;
  }
  return { letters, offsets: [...offsets, offset] };
}

function matchWord(word: readonly string[], text: FoldedText): FuzzyMatch | null {
  const at = firstPlace(word, text.letters);
  if (at !== null)
    return { score: scoreAt(at, word, text.letters), ranges: [rangeOf(text, at, word.length)] };
  const pieces = matchPieces(word, 0, text.letters, 0);
  if (pieces === null) return null;
  return {
    score: IN_PIECES - PER_PIECE * (pieces.length - 2),
    ranges: pieces.map(({ start, length }) => rangeOf(text, start, length)),
  };
}

/** The first place at the beginning of a word, or else the first place at all. */
function firstPlace(word: readonly string[], letters: readonly string[]): number | null {
  let inside: number | null = null;
  for (let at = 0; at + word.length <= letters.length; at += 1) {
    if (!word.every((letter, index) => letters[at + index] === letter)) continue;
    if (beginsWord(letters, at)) return at;
    inside ??= at;
  }
  return inside;
}

function scoreAt(at: number, word: readonly string[], letters: readonly string[]): number {
  if (word.length === letters.length) return WHOLE;
  if (at === 0) return AT_START;
  return beginsWord(letters, at) ? AT_WORD : INSIDE;
}

interface Piece {
  readonly start: number;
  readonly length: number;
}

/** The rest of the word, from its letter `from`, as pieces that each begin a word of the text: longest pieces first. */
function matchPieces(
  word: readonly string[],
  from: number,
  letters: readonly string[],
  after: number,
): readonly Piece[] | null {
  if (from === word.length) return [];
  for (let start = after; start < letters.length; start += 1) {
    if (!beginsWord(letters, start) || letters[start] !== word[from]) continue;
    let length = 1;
    while (from + length < word.length && letters[start + length] === word[from + length]) length += 1;
    for (; length > 0; length -= 1) {
      const rest = matchPieces(word, from + length, letters, start + length);
      if (rest !== null) return [{ start, length }, ...rest];
    }
  }
  return null;
}

function beginsWord(letters: readonly string[], at: number): boolean {
  return at === 0 || (!isLetter(letters[at - 1]) && isLetter(letters[at]));
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function rangeOf({ offsets }: FoldedText, at: number, length: number): readonly [number, number] {
  return [offsets[at] ?? 0, offsets[at + length] ?? 0];
}

function merged(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
