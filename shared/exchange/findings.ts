/** What becomes of a part of a file that is not taken over as it stands. */
export type Fate = 'left out' | 'kept otherwise' | 'repaired';

export interface Finding {
  readonly fate: Fate;
  /** A sentence about one kind of thing: “Regions of PDF pages: Crosscase codes text only.” */
  readonly what: string;
  readonly count: number;
  /** At most `MOST_EXAMPLES` of them, to find them by in the other program. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 20;

/** Gathers what a reader or a writer could not carry over, by kind. */
export class Findings {
  readonly #kinds = new Map<string, { fate: Fate; what: string; count: number; examples: string[] }>();

  add(fate: Fate, what: string, example = ''): void {
    const key = `${fate} ${what}`;
    const kind = this.#kinds.get(key) ?? { fate, what, count: 0, examples: [] };
    kind.count += 1;
    if (example !== '' && kind.examples.length < MOST_EXAMPLES) kind.examples.push(example);
    this.#kinds.set(key, kind);
  }

  /** In the order in which the kinds were first met. */
  list(): readonly Finding[] {
    return [...this.#kinds.values()];
  }
}
