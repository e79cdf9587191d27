import { Worker } from 'node:worker_threads';
import { AppError, fromWire } from '#shared/contract/errors.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import type { TaskId } from '#shared/ids.ts';
import type { TaskInput, TaskKind, TaskOutput } from './task-list.ts';
import type { TaskMessage } from './task-worker.ts';

interface Running {
  readonly label: string;
  stop(): void;
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

  /** Runs a task to its end. Throws what the task throws, and `cancelled` when it was stopped. */
  run<Kind extends TaskKind>(kind: Kind, label: string, input: TaskInput<Kind>): Promise<TaskOutput<Kind>> {
    // Branding is what this class is for: no other code makes task ids.
    const id = this.#newUid() as TaskId;
    // Under Node the sources run as they are; in the packaged app the worker is bundled beside this file.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./task-worker.${extension}`, import.meta.url), {
      workerData: { kind, input },
    });
    const report = (state: 'running' | 'done' | 'failed' | 'cancelled', done = 0, total = 0): void =>
      this.#emit({ type: 'task', id, label, state, done, total });

    return new Promise<TaskOutput<Kind>>((resolve, reject) => {
      const finish = (): void => {
        this.#running.delete(id);
        void worker.terminate();
      };
      this.#running.set(id, {
        label,
        stop() {
          finish();
          report('cancelled');
          reject(new AppError('cancelled', {}));
        },
      });
      report('running');
      worker.on('message', (message: TaskMessage) => {
        if (message.type === 'progress') {
          report('running', message.done, message.total);
          return;
        }
        finish();
        if (message.type === 'done') {
          report('done');
          // The worker ran the function that TaskOutput is derived from.
          resolve(message.value as TaskOutput<Kind>);
        } else {
          report('failed');
          reject(fromWire(message.error));
        }
      });
      worker.on('error', (error) => {
        finish();
        report('failed');
        reject(error);
      });
    });
  }

  cancel(id: TaskId): void {
    this.#running.get(id)?.stop();
  }

  cancelAll(): void {
    for (const running of this.#running.values()) running.stop();
  }
}
