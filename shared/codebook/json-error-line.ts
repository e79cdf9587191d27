/**
 * The line (from 1) at which a text stops being JSON, or null when it is JSON. The engine's own message says the place
 * only for some mistakes, and it differs between engines.
 */
export function jsonErrorLine(text: string): number | null {
  const offset = new JsonScanner(text).errorOffset();
  return offset === null ? null : text.slice(0, offset).split('\n').length;
}

// oxlint-disable-next-line no-control-regex -- these are exactly what JSON forbids inside a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

/** Deeper than any codebook, and shallow enough for the stack. */
const DEEPEST = 500;

class JsonError extends Error {}

class JsonScanner {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  errorOffset(): number | null {
    try {
      this.#value();
      this.#space();
      return this.#at === this.#text.length ? null : this.#at;
    } catch (error) {
      if (error instanceof JsonError) return this.#at;
      throw error;
    }
  }

  #value(): void {
    this.#space();
    if (this.#take('{')) {
      this.#list('}', () => {
        this.#space();
        this.#match(STRING);
        this.#space();
        this.#expect(':');
        this.#value();
      });
    } else if (this.#take('[')) this.#list(']', () => this.#value());
    else if (this.#text[this.#at] === '"') this.#match(STRING);
    else this.#match(SCALAR);
  }

  #list(end: string, item: () => void): void {
    this.#space();
    if (this.#take(end)) return;
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new JsonError();
    do {
      item();
      this.#space();
    } while (this.#take(','));
    this.#expect(end);
    this.#depth -= 1;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw new JsonError();
  }

  #space(): void {
    this.#match(SPACE);
  }

  #match(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) throw new JsonError();
    this.#at += found[0].length;
  }
}
