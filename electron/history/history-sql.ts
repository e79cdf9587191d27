import type { HistoryEntry } from '#shared/history/history-contract.ts';
import type { GroupId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export interface ChangeRow {
  readonly table_name: string;
  readonly row_id: number;
  readonly row_before: string | null;
  readonly row_after: string | null;
}

/** Groups older than `before` (null: from the newest), newest first. */
export function listGroups(db: ReadableDb, before: number | null, limit: number): HistoryEntry[] {
  return db.all<HistoryEntry>(
    `SELECT g.id, g.at, g.coder_name AS coderName, g.label, g.state,
            (SELECT count(*) FROM change c WHERE c.group_id = g.id) AS rows
     FROM change_group g
     WHERE g.id < ?
     ORDER BY g.id DESC LIMIT ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
}

export interface RowChange extends Pick<HistoryEntry, 'at' | 'coderName' | 'label' | 'state'> {
  readonly groupId: GroupId;
  readonly row_before: string | null;
  readonly row_after: string | null;
}

/** Everything that was done to one row, the oldest first; of very many, the newest `limit`. */
export function changesOfRow(db: ReadableDb, table: string, rowId: number, limit: number): RowChange[] {
  return db
    .all<RowChange>(
      `SELECT g.id AS groupId, g.at, g.coder_name AS coderName, g.label, g.state, c.row_before, c.row_after
       FROM change c JOIN change_group g ON g.id = c.group_id
       WHERE c.row_id = ? AND c.table_name = ? ORDER BY c.id DESC LIMIT ?`,
      rowId,
      table,
      limit,
    )
    .toReversed();
}

export function listChanges(db: ReadableDb, groupId: number, limit: number): ChangeRow[] {
  return db.all<ChangeRow>(
    'SELECT table_name, row_id, row_before, row_after FROM change WHERE group_id = ? ORDER BY id LIMIT ?',
    groupId,
    limit,
  );
}
