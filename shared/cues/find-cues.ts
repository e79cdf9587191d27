import { firstTouched } from '../coding/first-touched.ts';
import { foldText } from '../search/fold-text.ts';
import { WORD_CHARACTER } from '../search/phrase.ts';
import { overlaps, type TextRange } from '../text/text-range.ts';
import type { Turn } from '../transcripts/transcripts-contract.ts';
import { meansWord, stemLanguages, type Cue, type CueWord, type Stem } from './cue-words.ts';

/** A sentence (or several, when a cue runs over their ends) with the cues that were found in it. */
export interface FoundCues extends TextRange {
  readonly hits: readonly TextRange[];
  readonly cues: readonly string[];
}

interface Word extends TextRange {
  readonly folded: string;
}

interface Hit extends TextRange {
  readonly phrase: string;
}

const WORD = new RegExp(`${WORD_CHARACTER}+`, 'g');

/** The stretches of a transcript in which cues are looked for: what was said, without the labels of the speakers. */
export function spokenRanges(
  text: string,
  turns: readonly Turn[],
  interviewer: boolean,
): readonly TextRange[] {
  if (turns.length === 0) return [{ start: 0, end: text.length }];
  return turns.filter(({ role }) => interviewer || role !== 'interviewer');
}

/** The words of a stretch, folded, with their places in the text. */
export function foldedWords(text: string, { start, end }: TextRange): readonly Word[] {
  const folded = foldText(text.slice(start, end));
  return [...folded.text.matchAll(WORD)].map(({ 0: word, index }) => ({
    folded: word,
    start: start + folded.toOriginal(index),
    end: start + folded.toOriginal(index + word.length),
  }));
}

/** Looks for the cues in one stretch after the other. Each word is asked only once which cues begin with it. */
export function cueFinder<C extends Cue>(
  cues: readonly C[],
  stem: Stem,
): (words: readonly Word[]) => readonly (Hit & { readonly cue: C })[] {
  const cuesThatBegin = indexByFirstWord(cues, stem);
  const beginning = new Map<string, readonly C[]>();
  const cuesBeginningWith = (word: string): readonly C[] => {
    let known = beginning.get(word);
    if (known === undefined) beginning.set(word, (known = cuesThatBegin(word)));
    return known;
  };
  return (words) =>
    words.flatMap(({ folded, start }, at) =>
      cuesBeginningWith(folded)
        .filter((cue) => cue.words.every((word, step) => fits(words[at + step], word, stem)))
        .map((cue) => ({
          cue,
          phrase: cue.phrase,
          start,
          end: words[at + cue.words.length - 1]?.end ?? start,
        })),
    );
}

/** So that a word is not held against every cue of a large codebook. */
function indexByFirstWord<C extends Cue>(cues: readonly C[], stem: Stem): (word: string) => readonly C[] {
  const byKey = new Map<string, C[]>();
  const patterns: C[] = [];
  for (const cue of cues) {
    const [first] = cue.words;
    if (first.kind === 'pattern') patterns.push(cue);
    for (const key of keysOf(first)) byKey.set(key, [...(byKey.get(key) ?? []), cue]);
  }
  return (word) => {
    const keys = [word, ...stemLanguages.map((language) => `${language} ${stem(word, language)}`)];
    const found = keys.flatMap((key) => byKey.get(key) ?? []);
    return [...new Set([...found, ...patterns.filter((cue) => meansWord(cue.words[0], word, stem))])];
  };
}

function keysOf(word: CueWord): readonly string[] {
  if (word.kind === 'exact') return [word.word];
  return word.kind === 'stem' ? word.stems.map(([language, its]) => `${language} ${its}`) : [];
}

function fits(word: Word | undefined, cue: Cue['words'][number], stem: Stem): boolean {
  return word !== undefined && meansWord(cue, word.folded, stem);
}

/** One passage for all hits of one sentence: a sentence is read and decided on once. */
export function passagesOfHits(sentences: readonly TextRange[], hits: readonly Hit[]): readonly FoundCues[] {
  const passages: { start: number; end: number; hits: TextRange[]; cues: string[] }[] = [];
  for (const { start, end, phrase } of hits) {
    const sentence = sentencesAround(sentences, { start, end });
    const last = passages.at(-1);
    if (last !== undefined && overlaps(last, sentence)) {
      last.start = Math.min(last.start, sentence.start);
      last.end = Math.max(last.end, sentence.end);
      last.hits.push({ start, end });
      if (!last.cues.includes(phrase)) last.cues.push(phrase);
    } else passages.push({ ...sentence, hits: [{ start, end }], cues: [phrase] });
  }
  return passages.map((passage) => ({ ...passage, hits: joined(passage.hits) }));
}

/** The sentence that holds the hit, or all those over which it runs. */
function sentencesAround(sentences: readonly TextRange[], hit: TextRange): TextRange {
  const startOf = ({ start }: TextRange): number => start;
  const first = firstTouched(sentences, startOf, hit) ?? hit;
  const last = firstTouched(sentences, startOf, { start: hit.end - 1, end: hit.end }) ?? first;
  return { start: Math.min(first.start, hit.start), end: Math.max(last.end, hit.end) };
}

/** Hits that overlap, as one. They come in order of their beginnings. */
function joined(hits: readonly TextRange[]): readonly TextRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of hits) {
    const last = ranges.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}
