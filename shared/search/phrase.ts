import type { TextRange } from '../text/text-range.ts';
import { foldText, type FoldedText } from './fold-text.ts';

/** What a person asked for: folded words that stand next to each other, the last one perhaps only begun. */
export interface Phrase {
  readonly words: readonly [string, ...string[]];
  readonly prefix: boolean;
}

/** In folded text a word is a run of ASCII letters and digits and of everything that is not ASCII. */
const WORD = /[0-9a-z\u0080-\uffff]+/g;
export const WORD_CHARACTER = '[0-9a-z\\u0080-\\uffff]';

/** Reads any text as a phrase; null when there is no word in it. A star behind the last word makes it a prefix. */
export function readPhrase(text: string): Phrase | null {
  const folded = foldText(text).text.trimEnd();
  const [first, ...others] = folded.match(WORD) ?? [];
  if (first === undefined) return null;
  return { words: [first, ...others], prefix: new RegExp(`${WORD_CHARACTER}\\*$`).test(folded) };
}

/**
 * Where the phrase stands in the text, in UTF-16 code units of the original, at most `limit` times. Between its words
 * may stand anything that is not a word. An occurrence may begin inside another: “no no no” holds “no no” twice.
 */
export function findPhrase(folded: FoldedText, phrase: Phrase, limit: number): TextRange[] {
  const { text } = folded;
  const [first] = phrase.words;
  const whole = phraseExpression(phrase);
  const found: TextRange[] = [];
  for (let at = text.indexOf(first); at >= 0 && found.length < limit; at = text.indexOf(first, at + 1)) {
    if (!beginsWord(text, at)) continue;
    whole.lastIndex = at;
    if (!whole.test(text)) continue;
    found.push({ start: folded.toOriginal(at), end: folded.toOriginal(whole.lastIndex) });
  }
  return found;
}

// The words hold no character that means something in a regular expression: those are all ASCII.
function phraseExpression({ words, prefix }: Phrase): RegExp {
  const between = `[^0-9a-z\\u0080-\\uffff]+`;
  const rest = prefix ? `${WORD_CHARACTER}*` : `(?!${WORD_CHARACTER})`;
  return new RegExp(words.join(between) + rest, 'y');
}

/** Whether what stands before this position of folded text is not part of a word. */
export function beginsWord(text: string, at: number): boolean {
  return at === 0 || !isWordCharacter(text.charCodeAt(at - 1));
}

function isWordCharacter(unit: number): boolean {
  return unit >= 0x80 || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
}
