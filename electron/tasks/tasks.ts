import { Worker } from 'node:worker_threads';
import { AppError, fromWire } from '#shared/contract/errors.ts';
import type { CoreEvent, TaskEvent } from '#shared/contract/events.ts';
import type { TaskId } from '#shared/ids.ts';
import type { TaskInput, TaskKind, TaskOutput } from './task-list.ts';
import type { TaskMessage } from './task-worker.ts';

interface Running {
  stop(): Promise<void>;
}

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
   * thread has ended too by then, so that what it left half written can be removed.
   */
  run<Kind extends TaskKind>(kind: Kind, label: string, input: TaskInput<Kind>): Promise<TaskOutput<Kind>> {
    // Branding is what this class is for: no other code makes task ids.
    const id = this.#newUid() as TaskId;
    const worker = startWorker(kind, input);
    const report = (state: TaskEvent['state'], done = 0, total = 0): void =>
      this.#emit({ type: 'task', id, label, state, done, total });

    return new Promise<TaskOutput<Kind>>((resolve, reject) => {
      const end = async (state: TaskEvent['state'], settle: () => void): Promise<void> => {
        // Only the first end counts: a thread that is being stopped may still have finished.
        if (!this.#running.delete(id)) return;
        await worker.terminate();
        settle();
        report(state);
      };
      const fail = (error: unknown): void => void end('failed', () => reject(asError(error)));
      this.#running.set(id, {
        stop: () => end('cancelled', () => reject(new AppError('cancelled', {}))),
      });
      report('running');
      worker.on('message', (message: TaskMessage) => {
        switch (message.type) {
          case 'progress':
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
      worker.on('error', fail);
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

function startWorker(kind: TaskKind, input: unknown): Worker {
  // Under Node the sources run as they are; in the packaged app the worker is bundled beside this file.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`./task-worker.${extension}`, import.meta.url), { workerData: { kind, input } });
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
