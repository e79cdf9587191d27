import { z } from 'zod';
import { command, query } from '../contract/method.ts';
import type { GroupId } from '../ids.ts';

export interface HistoryEntry {
  readonly id: GroupId;
  readonly at: string;
  readonly coderName: string;
  readonly label: string;
  readonly state: 'done' | 'undone' | 'dropped';
  /** Rows changed, by table: what the change touched. */
  readonly rows: number;
}

export interface HistoryChange {
  readonly table: string;
  readonly rowId: number;
  readonly before: Readonly<Record<string, string | number | null>> | null;
  readonly after: Readonly<Record<string, string | number | null>> | null;
}

export const historyContract = {
  /** Newest first. `before` pages: entries older than this group. */
  list: query(
    z.object({
      before: z.int().positive().nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
  ).returns<{ readonly entries: readonly HistoryEntry[]; readonly more: boolean }>(),
  /** The rows of one group, at most 200 of them. */
  changes: query(z.object({ id: z.int().positive() })).returns<readonly HistoryChange[]>(),
  /** What undo and redo would do now, for the coder who sits here: labels, or null. */
  state: command(z.object({})).returns<{ readonly undo: string | null; readonly redo: string | null }>(),
  undo: command(z.object({})).returns<{ readonly label: string }>(),
  redo: command(z.object({})).returns<{ readonly label: string }>(),
};
