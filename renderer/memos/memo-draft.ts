import type { CallInputOf } from '#shared/contract/method.ts';
import type { MemoId } from '#shared/ids.ts';
import type { Memo, memosContract } from '#shared/memos/memos-contract.ts';
import type { RichText } from '#shared/memos/rich-text.ts';
import { api } from '../api/api.ts';
import { reportError } from '../ui/toasts-store.ts';
import { newTypingMark } from '../ui/typing-mark.ts';

export type MemoChange = Omit<CallInputOf<typeof memosContract.change>, 'id' | 'target' | 'typing'>;

/** What is typed is on disk after this time, also while one goes on typing. */
const SAVE_AFTER_MS = 800;

/** An hour of writing is not one step of undo: after this time a new one begins. */
const STEP_MS = 120_000;

const NOTHING: RichText = [];

/**
 * One memo as it is on the screen: what is stored, and over it what was written and is not stored yet. It changes in the
 * same moment in which something is typed, so that no answer of the core can take back a letter. One save is under way at a
 * time, so that they arrive in the order in which they were written; what could not be saved goes with the next one.
 */
export class MemoDraft {
  readonly #id: MemoId;
  readonly #listeners = new Set<() => void>();
  #memo: Memo | undefined;
  #waiting: MemoChange | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #isUrgent = false;
  #edits = 0;
  #typing = newTypingMark();
  #typingSince = Date.now();

  constructor(id: MemoId) {
    this.#id = id;
  }

  /** Calls back after every change of the memo. Returns the function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Undefined until it was read. */
  readonly memo = (): Memo | undefined => this.#memo;

  readonly body = (): RichText => this.#memo?.body ?? NOTHING;

  /** Reads what is stored. An answer that is older than what was written meanwhile is not shown. */
  async read(): Promise<void> {
    const edits = this.#isClean() ? this.#edits : null;
    const memo = await api.memos.get({ id: this.#id });
    if (this.#memo === undefined || (edits === this.#edits && this.#isClean())) this.#show(memo);
  }

  readonly edit = (change: MemoChange): void => {
    this.#edits += 1;
    if (Date.now() - this.#typingSince > STEP_MS) {
      this.#typing = newTypingMark();
      this.#typingSince = Date.now();
    }
    this.#waiting = { ...this.#waiting, ...change };
    this.#timer ??= setTimeout(this.flush, SAVE_AFTER_MS);
    if (this.#memo !== undefined) this.#show(written(this.#memo, change));
  };

  /** Saves now what waits. */
  readonly flush = (): void => {
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
    api.memos.change({ id: this.#id, ...sent, typing: this.#typing }).then(
      () => this.#saved(),
      (error: unknown) => {
        this.#isSaving = false;
        this.#isUrgent = false;
        this.#waiting = { ...sent, ...this.#waiting };
        reportError(error);
      },
    );
  };

  #isClean(): boolean {
    return this.#waiting === null && !this.#isSaving;
  }

  #saved(): void {
    this.#isSaving = false;
    if (this.#isUrgent) {
      this.#isUrgent = false;
      this.flush();
    }
    // What others changed meanwhile was not shown: it is now.
    if (this.#isClean()) this.read().catch(reportError);
  }

  #show(memo: Memo): void {
    this.#memo = memo;
    this.#listeners.forEach((listener) => listener());
  }
}

function written(memo: Memo, { class: memoClass, comparison, title, body }: MemoChange): Memo {
  const nextClass = memoClass ?? memo.class;
  return {
    ...memo,
    class: nextClass,
    comparison: nextClass === 'comparison' ? (comparison === undefined ? memo.comparison : comparison) : null,
    title: title ?? memo.title,
    body: body ?? memo.body,
  };
}
