import { z } from 'zod';
import type { TaskId } from '../ids.ts';

const changedRow = z.object({
  table: z.string(),
  id: z.int(),
  op: z.enum(['insert', 'update', 'delete']),
});
export type ChangedRow = Readonly<z.infer<typeof changedRow>>;

/** A question may name the rows that an event told of: of very many it is no longer worth asking by row. */
export const changedRows = z.array(changedRow).max(500);

/** Sent after every change of the project, by an action, an undo or a redo alike. */
export interface ChangedEvent {
  readonly type: 'changed';
  readonly label: string;
  readonly tables: readonly string[];
  /** The rows, or null when there are too many to be worth naming. */
  readonly rows: readonly ChangedRow[] | null;
}

/** Another project was opened, or the project was closed, or another coder sat down. */
export interface SessionEvent {
  readonly type: 'session';
}

export interface TaskEvent {
  readonly type: 'task';
  readonly id: TaskId;
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
}

export type CoreEvent = ChangedEvent | SessionEvent | TaskEvent;
