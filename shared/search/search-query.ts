import type { TextRange } from '../text/text-range.ts';
import { foldText, type FoldedText } from './fold-text.ts';
import { WORD_CHARACTER, beginsWord, type Phrase } from './phrase.ts';

/**
 * What can be asked for, in one plain syntax:
 * - `shared work`: these words next to each other, in this order
 * - `work*`: every word that begins so; any word may have its star
 * - `time NEAR/5 work*`: both, in any order, with at most 5 words between them; NEAR alone is NEAR/10
 * - `"NEAR"`: in quotation marks, NEAR is a word like others
 */
export interface SearchQuery {
  readonly first: SearchTerm;
  readonly near: readonly { readonly term: SearchTerm; readonly distance: number }[];
}

/** Folded words that stand next to each other. */
export type SearchTerm = readonly [SearchWord, ...SearchWord[]];

export interface SearchWord {
  readonly text: string;
  /** Only begun: the word may go on. */
  readonly prefix: boolean;
}

const USUAL_DISTANCE = 10;
const PART = /["“”„][^"“”„]*["“”„]?|[^\s"“”„]+/g;
const NEAR = /^NEAR(?:\/(\d{1,3}))?$/;
const WORD_WITH_STAR = new RegExp(`(${WORD_CHARACTER}+)(\\*(?!${WORD_CHARACTER}))?`, 'g');

/** Reads any text as a question; null when there is no word in it. */
export function readQuery(text: string): SearchQuery | null {
  const terms: { words: SearchWord[]; distance: number }[] = [{ words: [], distance: 0 }];
  for (const [part] of text.matchAll(PART)) {
    const near = NEAR.exec(part);
    if (near === null) terms.at(-1)?.words.push(...wordsOf(part));
    else terms.push({ words: [], distance: Number(near[1] ?? USUAL_DISTANCE) });
  }
  // NEAR with nothing beside it asks for nothing.
  const [first, ...others] = terms.flatMap(({ words: [word, ...more], distance }) =>
    word === undefined ? [] : [{ term: [word, ...more] satisfies SearchTerm, distance }],
  );
  return first === undefined ? null : { first: first.term, near: others };
}

function wordsOf(part: string): SearchWord[] {
  return [...foldText(part).text.matchAll(WORD_WITH_STAR)].map(([, text = '', star]) => ({
    text,
    prefix: star !== undefined,
  }));
}

/** The question as a phrase whose last word alone may be begun, or null when it is more than that. */
export function asPhrase({ first, near }: SearchQuery): Phrase | null {
  const last = first.length - 1;
  if (near.length > 0 || first.some(({ prefix }, index) => prefix && index < last)) return null;
  const [{ text }, ...others] = first;
  return { words: [text, ...others.map((word) => word.text)], prefix: first[last]?.prefix ?? false };
}

/** Where the text answers the question, in UTF-16 code units of the original, in order, at most `limit` times. */
export function findQuery(folded: FoldedText, { first, near }: SearchQuery, limit: number): TextRange[] {
  const { text } = folded;
  let found = findTerm(text, first, near.length === 0 ? limit : Infinity);
  for (const { term, distance } of near) found = joinNear(text, found, findTerm(text, term), distance);
  return found
    .slice(0, limit)
    .map(({ start, end }) => ({ start: folded.toOriginal(start), end: folded.toOriginal(end) }));
}

function findTerm(text: string, term: SearchTerm, limit = Infinity): TextRange[] {
  const [{ text: first }] = term;
  const whole = termExpression(term);
  const found: TextRange[] = [];
  for (let at = text.indexOf(first); at >= 0 && found.length < limit; at = text.indexOf(first, at + 1)) {
    if (!beginsWord(text, at)) continue;
    whole.lastIndex = at;
    if (whole.test(text)) found.push({ start: at, end: whole.lastIndex });
  }
  return found;
}

// The words hold no character that means something in a regular expression: those are all ASCII.
function termExpression(term: SearchTerm): RegExp {
  const words = term.map(({ text, prefix }) => `${text}${prefix ? `${WORD_CHARACTER}*` : ''}`);
  return new RegExp(
    `${words.join(`(?!${WORD_CHARACTER})[^0-9a-z\\u0080-\\uffff]+`)}(?!${WORD_CHARACTER})`,
    'y',
  );
}

/** Each range of either side together with the nearest of the other side, where that is near enough. All are in order. */
function joinNear(
  text: string,
  left: readonly TextRange[],
  right: readonly TextRange[],
  distance: number,
): TextRange[] {
  const pairs = [...withNearest(text, left, right, distance), ...withNearest(text, right, left, distance)];
  const joined = new Map(pairs.map((range) => [`${range.start} ${range.end}`, range]));
  return [...joined.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function* withNearest(
  text: string,
  ranges: readonly TextRange[],
  others: readonly TextRange[],
  distance: number,
): Generator<TextRange> {
  for (const range of ranges) {
    const after = others[countWhile(others, ({ start }) => start < range.end)];
    const before = others[countWhile(others, ({ end }) => end <= range.start) - 1];
    const gapAfter = after === undefined ? Infinity : wordsBetween(text, range.end, after.start, distance);
    const gapBefore = before === undefined ? Infinity : wordsBetween(text, before.end, range.start, distance);
    const partner = gapBefore < gapAfter ? before : after;
    if (partner === undefined || Math.min(gapBefore, gapAfter) > distance) continue;
    yield { start: Math.min(range.start, partner.start), end: Math.max(range.end, partner.end) };
  }
}

/** How many items at the beginning fulfil what, in a list in order, only its beginning does. */
function countWhile<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many words stand between two positions; one more than `most` when there are more. */
function wordsBetween(text: string, from: number, to: number, most: number): number {
  const word = new RegExp(`${WORD_CHARACTER}+`, 'g');
  word.lastIndex = from;
  for (let count = 0; count <= most; count += 1) {
    const match = word.exec(text);
    if (match === null || match.index >= to) return count;
  }
  return most + 1;
}
