import type { ChangedRow } from '#shared/contract/events.ts';

export interface Followed<Value> {
  /** The whole of it. */
  load(): Promise<Value>;
  /** What the changes made of it, without asking for the whole; null when that cannot be said. */
  follow(value: Value, changes: readonly ChangedRow[]): Promise<Value | null>;
}

/** More rows than this are quicker loaded than followed. */
const MOST_ROWS = 500;

/**
 * Keeps one value true. Changes that come while others are being followed wait and are followed together; whatever cannot
 * be followed loads the whole. An answer that something newer has overtaken is dropped.
 */
export class Follower<Value> {
  #followed: Followed<Value>;
  readonly #show: (value: Value) => void;
  readonly #fail: (error: unknown) => void;
  #turn = 0;
  /** What is shown; null while something newer is being loaded. */
  #shown: { readonly value: Value } | null = null;
  #waiting: ChangedRow[] = [];
  #isFollowing = false;

  constructor(followed: Followed<Value>, show: (value: Value) => void, fail: (error: unknown) => void) {
    this.#followed = followed;
    this.#show = show;
    this.#fail = fail;
  }

  /** The same question, in the words of now. */
  ask(followed: Followed<Value>): void {
    this.#followed = followed;
  }

  reload(): void {
    const turn = this.#startTurn();
    this.#followed.load().then(
      (value) => {
        if (turn === this.#turn) this.#accept(value);
      },
      (error: unknown) => {
        if (turn === this.#turn) this.#fail(error);
      },
    );
  }

  /** `rows` null: too many to be named. */
  changed(rows: readonly ChangedRow[] | null): void {
    if (rows === null || this.#shown === null) {
      this.reload();
      return;
    }
    this.#waiting.push(...rows);
    this.#catchUp();
  }

  stop(): void {
    this.#startTurn();
  }

  #startTurn(): number {
    this.#shown = null;
    this.#waiting = [];
    this.#isFollowing = false;
    this.#turn += 1;
    return this.#turn;
  }

  #accept(value: Value): void {
    this.#shown = { value };
    this.#show(value);
    this.#catchUp();
  }

  #catchUp(): void {
    if (this.#shown === null || this.#isFollowing || this.#waiting.length === 0) return;
    if (this.#waiting.length > MOST_ROWS) {
      this.reload();
      return;
    }
    const turn = this.#turn;
    this.#isFollowing = true;
    void this.#followed
      .follow(this.#shown.value, this.#waiting.splice(0))
      // Whatever goes wrong on the short way, the long one says it.
      .catch(() => null)
      .then((value) => {
        if (turn !== this.#turn) return;
        this.#isFollowing = false;
        if (value === null) this.reload();
        else this.#accept(value);
      });
  }
}
