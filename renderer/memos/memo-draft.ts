import type { CallInputOf } from '#shared/contract/method.ts';
import type { MemoId } from '#shared/ids.ts';
import type { Memo, memosContract } from '#shared/memos/memos-contract.ts';
import { api } from '../api/api.ts';
import { reportError } from '../ui/toasts-store.ts';

export type MemoChange = Omit<CallInputOf<typeof memosContract.change>, 'id'>;

/** What is typed is on disk after this time, also while one goes on typing. */
const SAVE_AFTER_MS = 800;

/**
 * What was written in one memo and is not stored yet. One save is under way at a time, so that they arrive in the order in
 * which they were written; what could not be saved is kept and goes with the next one.
 */
export class MemoDraft {
  readonly #id: MemoId;
  readonly #listeners = new Set<() => void>();
  #read: Memo | undefined;
  #waiting: MemoChange | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #isUrgent = false;
  #edits = 0;

  constructor(id: MemoId) {
    this.#id = id;
  }

  /** Calls back when everything that was written is stored. Returns the function that ends it. */
  onStored(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The memo as it is stored. An answer that is older than what was written meanwhile would take that back: then it is the
   * memo as it was read before, and a newer one can be had when all is stored.
   */
  async read(): Promise<Memo> {
    const edits = this.#isClean() ? this.#edits : null;
    const memo = await api.memos.get({ id: this.#id });
    const isCurrent = edits === this.#edits && this.#isClean();
    if (this.#read === undefined || isCurrent) this.#read = memo;
    return this.#read;
  }

  edit(change: MemoChange): void {
    this.#edits += 1;
    this.#waiting = { ...this.#waiting, ...change };
    this.#timer ??= setTimeout(() => this.flush(), SAVE_AFTER_MS);
  }

  /** Saves now what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting === null) return;
    if (this.#isSaving) {
      this.#isUrgent = true;
      return;
    }
    const sent = this.#waiting;
    this.#waiting = null;
    this.#isSaving = true;
    api.memos.change({ id: this.#id, ...sent }).then(
      () => this.#saved(),
      (error: unknown) => {
        this.#isSaving = false;
        this.#isUrgent = false;
        this.#waiting = { ...sent, ...this.#waiting };
        reportError(error);
      },
    );
  }

  #isClean(): boolean {
    return this.#waiting === null && !this.#isSaving;
  }

  #saved(): void {
    this.#isSaving = false;
    if (this.#isUrgent) {
      this.#isUrgent = false;
      this.flush();
    }
    if (this.#isClean()) this.#listeners.forEach((listener) => listener());
  }
}
