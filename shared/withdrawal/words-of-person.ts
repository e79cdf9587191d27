import { foldWord, wordsIn, type FoldedWord } from '../text/folded-words.ts';
import { StoredTexts, WITHDRAWN } from './stored-texts.ts';

/** So many words in a row, as the person said them, are a quotation. */
const RUN = 4;

/**
 * Finds and takes out what a person said: every run of four words of their texts, and every passage of theirs that was
 * coded, of two words or more. What others said too, word for word, is not theirs alone, and stays.
 */
export class WordsOfPerson extends StoredTexts {
  /** By the number of words. */
  readonly #runs = new Map<number, Set<string>>();
  readonly #names: readonly string[];
  readonly #uids: ReadonlySet<string>;

  constructor(said: {
    readonly texts: readonly string[];
    readonly passages: readonly string[];
    readonly others: Iterable<string>;
    /** What the person is called by in the study: taken out as a whole word. */
    readonly names: readonly string[];
    /** Uids of what goes: the name in a link to it goes as well. */
    readonly uids: ReadonlySet<string>;
  }) {
    super();
    for (const text of said.texts) this.#addRuns(wordsIn(text), RUN);
    for (const passage of said.passages) {
      const words = wordsIn(passage);
      if (words.length > 1 && words.length < RUN) this.#addRuns(words, words.length);
    }
    for (const text of said.others) this.#dropRuns(wordsIn(text));
    this.#names = said.names.map(foldWord).filter((name) => name.length > 1);
    this.#uids = said.uids;
  }

  /** The text without them; the same text when there are none. */
  override without(text: string): string {
    if (text.length < 2) return text;
    const words = wordsIn(text);
    const hit = this.#hits(words);
    if (!hit.includes(true)) return text;
    const parts: string[] = [];
    let cursor = 0;
    for (let index = 0; index < words.length; index += 1) {
      if (hit[index] !== true) continue;
      const first = index;
      while (hit[index + 1] === true) index += 1;
      parts.push(text.slice(cursor, words[first]?.start ?? 0), WITHDRAWN);
      cursor = words[index]?.end ?? 0;
    }
    return parts.join('') + text.slice(cursor);
  }

  protected override isGone(uid: string): boolean {
    return this.#uids.has(uid);
  }

  #hits(words: readonly FoldedWord[]): readonly boolean[] {
    const hit: boolean[] = Array.from(words, () => false);
    for (const [length, runs] of this.#runs) {
      for (let index = 0; index + length <= words.length; index += 1) {
        if (runs.has(runAt(words, index, length))) hit.fill(true, index, index + length);
      }
    }
    for (const name of this.#names) {
      const { length } = name.split(' ');
      for (let index = 0; index + length <= words.length; index += 1) {
        if (runAt(words, index, length) === name) hit.fill(true, index, index + length);
      }
    }
    return hit;
  }

  #addRuns(words: readonly FoldedWord[], length: number): void {
    const runs = this.#runs.get(length) ?? new Set();
    this.#runs.set(length, runs);
    for (let index = 0; index + length <= words.length; index += 1) runs.add(runAt(words, index, length));
  }

  #dropRuns(words: readonly FoldedWord[]): void {
    for (const [length, runs] of this.#runs) {
      for (let index = 0; index + length <= words.length; index += 1)
        runs.delete(runAt(words, index, length));
    }
  }
}

function runAt(words: readonly FoldedWord[], index: number, length: number): string {
  let run = words[index]?.folded ?? '';
  for (let next = index + 1; next < index + length; next += 1) run += ` ${words[next]?.folded ?? ''}`;
  return run;
}
