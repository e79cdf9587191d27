/** What stands where words of a person who withdrew have stood. */
export const WITHDRAWN = '[withdrawn]';

/** So many words in a row, as the person said them, are a quotation. */
const RUN = 4;

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds and takes out what a person said: every run of four words of their texts, and every passage of theirs that was
 * coded, of two words or more. What others said too, word for word, is not theirs alone, and stays.
 */
export class WordsOfPerson {
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
    for (const text of said.texts) this.#addRuns(wordsOf(text), RUN);
    for (const passage of said.passages) {
      const words = wordsOf(passage);
      if (words.length > 1 && words.length < RUN) this.#addRuns(words, words.length);
    }
    for (const text of said.others) this.#dropRuns(wordsOf(text));
    this.#names = said.names.map(fold).filter((name) => name.length > 1);
    this.#uids = said.uids;
  }

  /** The text without them; the same text when there are none. */
  without(text: string): string {
    if (text.length < 2) return text;
    const words = wordsOf(text);
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

  /** The same for the texts inside a value that was stored as JSON, and for texts that are no JSON. */
  withoutInStored(stored: string): string {
    const value = parsed(stored);
    if (value === undefined) return this.without(stored);
    const cleaned = this.#withoutIn(value);
    return cleaned === value ? stored : JSON.stringify(cleaned);
  }

  #withoutIn(value: unknown): unknown {
    if (typeof value === 'string') return this.withoutInStored(value);
    if (Array.isArray(value)) {
      const items: unknown[] = value.map((item) => this.#withoutIn(item));
      return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    let changed = false;
    const cleaned: Record<string, unknown> = {};
    const isLinkToGone = 'uid' in value && typeof value.uid === 'string' && this.#uids.has(value.uid);
    for (const [key, item] of Object.entries(value)) {
      const next: unknown = isLinkToGone && key === 'name' ? WITHDRAWN : this.#withoutIn(item);
      const newKey = this.without(key);
      changed ||= next !== item || newKey !== key;
      cleaned[newKey] = next;
    }
    return changed ? cleaned : value;
  }

  #hits(words: readonly Word[]): readonly boolean[] {
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

  #addRuns(words: readonly Word[], length: number): void {
    const runs = this.#runs.get(length) ?? new Set();
    this.#runs.set(length, runs);
    for (let index = 0; index + length <= words.length; index += 1) runs.add(runAt(words, index, length));
  }

  #dropRuns(words: readonly Word[]): void {
    for (const [length, runs] of this.#runs) {
      for (let index = 0; index + length <= words.length; index += 1)
        runs.delete(runAt(words, index, length));
    }
  }
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function fold(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function runAt(words: readonly Word[], index: number, length: number): string {
  let run = words[index]?.folded ?? '';
  for (let next = index + 1; next < index + length; next += 1) run += ` ${words[next]?.folded ?? ''}`;
  return run;
}

function parsed(stored: string): object | undefined {
  if (!/^[[{]/.test(stored)) return undefined;
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
