import { foldText } from '../search/fold-text.ts';
import { WORD_CHARACTER } from '../search/phrase.ts';

/** Languages whose words are known by their stems. */
export const stemLanguages = ['nl', 'en'] as const;
export type StemLanguage = (typeof stemLanguages)[number];

/** The stem of a folded word: `sharing` and `shared` have one. */
export type Stem = (word: string, language: StemLanguage) => string;

/** One word of a cue: exactly this one, one that has this pattern, or any that has one of these stems. */
export type CueWord =
  | { readonly kind: 'exact'; readonly word: string }
  | { readonly kind: 'pattern'; readonly pattern: RegExp }
  | {
      readonly kind: 'stem';
      readonly word: string;
      readonly stems: readonly (readonly [StemLanguage, string])[];
    };

export interface Cue {
  /** As it is written in the codebook. */
  readonly phrase: string;
  readonly words: readonly [CueWord, ...CueWord[]];
}

const CUE_WORD = new RegExp(`(?:\\*|${WORD_CHARACTER})+`, 'g');
const QUOTED = /^\s*["“„].*["”“]\s*$/s;

/**
 * Reads a cue; null when there is no word in it. Words stand for all their forms, a star for any letters (`onzeker*`,
 * `*werk`), a star alone for any one word; words in quotation marks stand only for themselves. Without a language, the
 * forms of both Dutch and English count.
 */
export function readCue(phrase: string, language: string, stem: Stem): Cue | null {
  const quoted = QUOTED.test(phrase);
  const languages = quoted ? [] : stemLanguages.filter((one) => language === '' || language.startsWith(one));
  const words = (foldText(phrase).text.match(CUE_WORD) ?? []).map((word) => readWord(word, languages, stem));
  const [first, ...others] = words;
  const isEmpty = words.every((word) => word.kind === 'pattern' && word.pattern.source === ANY_WORD);
  return first === undefined || isEmpty ? null : { phrase, words: [first, ...others] };
}

const ANY_WORD = `^(?:${WORD_CHARACTER}*)$`;

function readWord(word: string, languages: readonly StemLanguage[], stem: Stem): CueWord {
  if (word.includes('*')) {
    // The rest of the word holds no character that means something in a regular expression: those are all ASCII.
    return { kind: 'pattern', pattern: new RegExp(`^(?:${word.replaceAll(/\*+/g, `${WORD_CHARACTER}*`)})$`) };
  }
  if (languages.length === 0) return { kind: 'exact', word };
  return {
    kind: 'stem',
    word,
    stems: languages.map((language) => [language, stem(word, language)] as const),
  };
}

/** Whether a folded word of the text is meant by this word of a cue. */
export function meansWord(cue: CueWord, word: string, stem: Stem): boolean {
  switch (cue.kind) {
    case 'exact':
      return cue.word === word;
    case 'pattern':
      return cue.pattern.test(word);
    case 'stem':
      return cue.word === word || cue.stems.some(([language, its]) => stem(word, language) === its);
  }
}
