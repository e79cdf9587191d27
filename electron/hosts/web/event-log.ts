import type { CoreEvent } from '#shared/contract/events.ts';

export interface LoggedEvent {
  readonly id: string;
  readonly event: CoreEvent;
}

const MOST_KEPT = 500;

/** The latest events with a number each, so that a window that was cut off hears what it missed. */
export class EventLog {
  readonly #run: string;
  readonly #kept: LoggedEvent[] = [];
  readonly #listeners = new Set<(entry: LoggedEvent) => void>();
  #count = 0;

  /** `run` tells the numbers of this run from those of an earlier one. */
  constructor(run: string) {
    this.#run = run;
  }

  add(event: CoreEvent): void {
    this.#count += 1;
    const entry = { id: `${this.#run}-${this.#count}`, event };
    this.#kept.push(entry);
    if (this.#kept.length > MOST_KEPT) this.#kept.shift();
    this.#listeners.forEach((listener) => listener(entry));
  }

  subscribe(listener: (entry: LoggedEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What came after an event. When that cannot be said any more: one event that makes the window load everything. */
  since(lastId: string | undefined): readonly LoggedEvent[] {
    const current = `${this.#run}-${this.#count}`;
    if (lastId === undefined || lastId === current) return [];
    const index = this.#kept.findIndex(({ id }) => id === lastId);
    if (index >= 0) return this.#kept.slice(index + 1);
    return [{ id: current, event: { type: 'session' } }];
  }
}
