import { parentPort, workerData } from 'node:worker_threads';
import { must } from '#shared/assert.ts';
import { AppError, type WireError } from '#shared/contract/errors.ts';
import type { ReportProgress } from './report-progress.ts';
import { taskList, type TaskKind } from './task-list.ts';

export type TaskMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly error: WireError; readonly stack: string };

const port = must(parentPort, 'this file is only ever started as a worker');
const { kind, input, stopFlag } = workerData as {
  readonly kind: TaskKind;
  readonly input: unknown;
  /** One number: not 0 once nobody waits for the task any more. */
  readonly stopFlag: Int32Array;
};
const send = (message: TaskMessage): void => port.postMessage(message);

// `Tasks.run` paired the kind with its input; the pairing does not survive the thread border.
type AnyTask = (input: unknown, report: ReportProgress) => Promise<unknown>;

function report(done: number, total: number): void {
  if (Atomics.load(stopFlag, 0) !== 0) throw new AppError('cancelled', {});
  send({ type: 'progress', done, total });
}

try {
  const task = (await taskList[kind]()) as unknown as AnyTask;
  send({ type: 'done', value: await task(input, report) });
} catch (error) {
  send({ type: 'failed', error: asWire(error), stack: error instanceof Error ? (error.stack ?? '') : '' });
}

function asWire(error: unknown): WireError {
  if (error instanceof AppError) return error.toWire();
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return { code: 'disk-full', detail: {} };
  return { code: 'internal', detail: { message: error instanceof Error ? error.message : String(error) } };
}
