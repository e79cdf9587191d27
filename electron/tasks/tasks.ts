import { Worker } from 'node:worker_threads';
import { AppError, fromWire } from '#shared/contract/errors.ts';
import type { CoreEvent, TaskEvent } from '#shared/contract/events.ts';
import type { TaskId } from '#shared/ids.ts';
import type { TaskInput, TaskKind, TaskOutput } from './task-list.ts';
import type { TaskMessage } from './task-worker.ts';

interface Running {
  stop(): Promise<void>;
}

/** The thread of a task went silent for too long, or filled the memory that it may have: how far it had come. */
export class TaskStalled extends Error {
  readonly done: number;
  readonly ranOut: boolean;

  constructor(label: string, done: number, ranOut: boolean) {
    super(`“${label}” came to a stop at ${done}`);
    this.name = 'TaskStalled';
    this.done = done;
    this.ranOut = ranOut;
  }
}

/**
 * How long a thread may take to let go by itself before it is stopped by force: one that is asked to, and one that said
 * that it is at its end, which on a busy machine can take a while to close.
 */
const LETTING_GO_MS = { asked: 5_000, atItsEnd: 60_000 } as const;

/** Long work, on a thread of its own, with progress and cancel. */
export class Tasks {
  readonly #running = new Map<TaskId, Running>();
  readonly #emit: (event: CoreEvent) => void;
  readonly #newUid: () => string;

  constructor(emit: (event: CoreEvent) => void, newUid: () => string) {
    this.#emit = emit;
    this.#newUid = newUid;
  }

  /**
   * Runs a task to its end. Throws what the task throws, and `cancelled` when it was stopped. Whichever way it ends, its
   * thread has ended too by then, so that what it left half written can be removed. With `stallMs`, a task that reports
   * nothing for so long is stopped: `TaskStalled`.
   */
  run<Kind extends TaskKind>(
    kind: Kind,
    label: string,
    input: TaskInput<Kind>,
    stallMs?: number,
  ): Promise<TaskOutput<Kind>> {
    // Branding is what this class is for: no other code makes task ids.
    const id = this.#newUid() as TaskId;
    const stopFlag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const worker = startWorker(kind, input, stopFlag);
    const report = (state: TaskEvent['state'], done = 0, total = 0): void =>
      this.#emit({ type: 'task', id, label, state, done, total });

    return new Promise<TaskOutput<Kind>>((resolve, reject) => {
      let reached = 0;
      let isAtItsEnd = false;
      let watch: NodeJS.Timeout | undefined;
      const watchOn = (): void => {
        clearTimeout(watch);
        if (stallMs !== undefined)
          watch = setTimeout(() => fail(new TaskStalled(label, reached, false)), stallMs);
      };
      const end = async (state: TaskEvent['state'], settle: () => void): Promise<void> => {
        // Only the first end counts: a thread that is being stopped may still have finished.
        if (!this.#running.delete(id)) return;
        clearTimeout(watch);
        // A thread that is stopped by force inside a call of the database can take the whole program down with it
        // (better-sqlite3, issue 1507): it is asked first, and closes what it has open.
        Atomics.store(stopFlag, 0, 1);
        const patience = isAtItsEnd ? LETTING_GO_MS.atItsEnd : LETTING_GO_MS.asked;
        if (!(await endsWithin(worker, patience))) await worker.terminate();
        settle();
        report(state);
      };
      const fail = (error: unknown): void => void end('failed', () => reject(asError(error)));
      this.#running.set(id, {
        stop: () => end('cancelled', () => reject(new AppError('cancelled', {}))),
      });
      report('running');
      watchOn();
      worker.on('message', (message: TaskMessage) => {
        isAtItsEnd = message.type !== 'progress';
        switch (message.type) {
          case 'progress':
            reached = message.done;
            watchOn();
            if (this.#running.has(id)) report('running', message.done, message.total);
            return;
          case 'done':
            // The worker ran the function that TaskOutput is derived from.
            void end('done', () => resolve(message.value as TaskOutput<Kind>));
            return;
          case 'failed':
            fail(fromThread(message));
        }
      });
      worker.on('error', (error) =>
        fail(ranOutOfMemory(error) ? new TaskStalled(label, reached, true) : error),
      );
      worker.on('exit', (code) => fail(new Error(`the thread of “${label}” ended early (${code})`)));
    });
  }

  /** Does nothing when the task has ended meanwhile. */
  async cancel(id: TaskId): Promise<void> {
    await this.#running.get(id)?.stop();
  }

  async cancelAll(): Promise<void> {
    await Promise.all([...this.#running.values()].map((running) => running.stop()));
  }
}

/** Whether the thread ends by itself in time. */
function endsWithin(worker: Worker, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const tooLate = setTimeout(() => resolve(false), ms);
    const ended = (): void => {
      clearTimeout(tooLate);
      resolve(true);
    };
    // A thread that is no more has no id.
    if (worker.threadId === -1) ended();
    else worker.once('exit', ended);
  });
}

function startWorker(kind: TaskKind, input: unknown, stopFlag: Int32Array): Worker {
  // Under Node the sources run as they are; in the packaged app the worker is bundled beside this file.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`./task-worker.${extension}`, import.meta.url), {
    workerData: { kind, input, stopFlag },
    // What a file can make the thread hold must not take the program down with it.
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
}

function ranOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** The error as the thread threw it, with the place where it did. */
function fromThread({ error, stack }: Extract<TaskMessage, { type: 'failed' }>): AppError {
  const thrown = fromWire(error);
  if (stack !== '') thrown.stack = stack;
  return thrown;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
