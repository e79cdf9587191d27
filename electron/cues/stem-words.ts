// @ts-expect-error -- the package has no declarations; what is used of it is declared here
import { newStemmer as makeStemmer } from 'snowball-stemmers';
import type { Stem, StemLanguage } from '#shared/cues/cue-words.ts';

interface Stemmer {
  stem(word: string): string;
}

const newStemmer = makeStemmer as (language: 'dutch' | 'english') => Stemmer;

const stemmers: Readonly<Record<StemLanguage, Stemmer>> = {
  nl: newStemmer('dutch'),
  en: newStemmer('english'),
};
const known: Readonly<Record<StemLanguage, Map<string, string>>> = { nl: new Map(), en: new Map() };
/** A study has some ten thousand different words; somebody who opens many studies should not collect all of theirs. */
const MOST_KNOWN = 200_000;

/** By the Snowball algorithms for Dutch and English. They are slow, and a text says the same words again and again. */
export const stemOf: Stem = (word, language) => {
  const ofLanguage = known[language];
  let stem = ofLanguage.get(word);
  if (stem === undefined) {
    if (ofLanguage.size >= MOST_KNOWN) ofLanguage.clear();
    stem = stemmers[language].stem(word);
    ofLanguage.set(word, stem);
  }
  return stem;
};
