import { foldText } from '../search/fold-text.ts';
import { snapOutwards } from '../text/graphemes.ts';
import type { TextRange } from '../text/text-range.ts';
import { wordsOf } from '../text/words.ts';
import { findAllWords } from './quoted-words.ts';

export type Located =
  | { readonly how: 'exact'; readonly range: TextRange }
  /** The same words stand in more places than one: the first of them, and how many there are. */
  | { readonly how: 'several'; readonly range: TextRange; readonly places: number }
  /** Not these words, but nearly: `likeness` is the share of words in common, 0 to 1. */
  | { readonly how: 'near'; readonly range: TextRange; readonly likeness: number }
  | { readonly how: 'nowhere' };

/** Less in common than this is another passage. */
const LEAST_LIKENESS = 0.7;
/** A passage of fewer words is like too many others. */
const FEWEST_WORDS = 4;

/** A text prepared for looking up many quotations in it. */
export class QuotationFinder {
  readonly #text: string;
  readonly #words: readonly { readonly range: TextRange; readonly folded: string }[];
  readonly #places = new Map<string, number[]>();

  constructor(text: string) {
    this.#text = text;
    this.#words = wordsOf(text, { start: 0, end: text.length }).map((range) => ({
      range,
      folded: foldText(text.slice(range.start, range.end)).text,
    }));
    this.#words.forEach(({ folded }, index) => {
      const known = this.#places.get(folded);
      if (known === undefined) this.#places.set(folded, [index]);
      else known.push(index);
    });
  }

  /** Where a quotation stands: literally, white space and the marks around it aside, or nearly. */
  locate(quotation: string): Located {
    const plain = withoutMarks(quotation);
    const exact = findAllWords(this.#text, plain);
    const [first] = exact;
    if (first !== undefined) {
      const range = snapOutwards(this.#text, first);
      return exact.length === 1 ? { how: 'exact', range } : { how: 'several', range, places: exact.length };
    }
    return this.#near(plain);
  }

  /**
   * The stretch of words that has most words in common with the quotation, in the same order. Where to look is found by
   * letting every word of the quotation vote for the place at which the quotation would begin.
   */
  #near(quotation: string): Located {
    const wanted = wordsOf(quotation, { start: 0, end: quotation.length }).map(
      ({ start, end }) => foldText(quotation.slice(start, end)).text,
    );
    if (wanted.length < FEWEST_WORDS) return { how: 'nowhere' };
    const votes = new Map<number, number>();
    wanted.forEach((word, index) => {
      for (const place of this.#places.get(word) ?? []) {
        // A word more or less shifts what follows: neighbours share their votes.
        const begin = Math.floor((place - index) / 4);
        votes.set(begin, (votes.get(begin) ?? 0) + 1);
      }
    });
    const begins = [...votes].toSorted(([, a], [, b]) => b - a).slice(0, 3);
    let found: { readonly likeness: number; readonly range: TextRange } | null = null;
    for (const [bucket] of begins) {
      const from = Math.max(0, bucket * 4 - 4);
      const to = Math.min(this.#words.length, bucket * 4 + wanted.length + 8);
      const candidate = this.#align(wanted, from, to);
      if (candidate !== null && (found === null || candidate.likeness > found.likeness)) found = candidate;
    }
    return found === null || found.likeness < LEAST_LIKENESS ? { how: 'nowhere' } : { how: 'near', ...found };
  }

  /** The longest common run of words in order (not necessarily next to each other), and how far it reaches. */
  #align(
    wanted: readonly string[],
    from: number,
    to: number,
  ): { readonly likeness: number; readonly range: TextRange } | null {
    const window = this.#words.slice(from, to);
    const table = Array.from({ length: wanted.length + 1 }, () => new Uint16Array(window.length + 1));
    for (let row = wanted.length - 1; row >= 0; row -= 1) {
      const line = table[row];
      if (line === undefined) continue;
      for (let column = window.length - 1; column >= 0; column -= 1) {
        const same = wanted[row] === window[column]?.folded;
        line[column] = same
          ? (table[row + 1]?.[column + 1] ?? 0) + 1
          : Math.max(table[row + 1]?.[column] ?? 0, line[column + 1] ?? 0);
      }
    }
    const matched: number[] = [];
    for (let row = 0, column = 0; row < wanted.length && column < window.length;) {
      if (wanted[row] === window[column]?.folded) {
        matched.push(column);
        row += 1;
        column += 1;
      } else if ((table[row + 1]?.[column] ?? 0) >= (table[row]?.[column + 1] ?? 0)) row += 1;
      else column += 1;
    }
    const first = window[matched[0] ?? -1];
    const last = window[matched.at(-1) ?? -1];
    if (first === undefined || last === undefined) return null;
    const reach = (matched.at(-1) ?? 0) - (matched[0] ?? 0) + 1;
    return {
      likeness: matched.length / Math.max(wanted.length, reach),
      range: { start: first.range.start, end: last.range.end },
    };
  }
}

/** Spreadsheets hold quotations with quotation marks and dots around them that are not in the interview. */
function withoutMarks(quotation: string): string {
  return quotation
    .trim()
    .replace(/^["“”„«‘']+|["“”«»’']+$/gu, '')
    .replaceAll(/^(?:\.\.\.|…|\[…\]|\(…\)|\[\.\.\.\])\s*|\s*(?:\.\.\.|…|\[…\]|\(…\)|\[\.\.\.\])$/gu, '');
}
