import type Database from 'better-sqlite3';
import type { ChangedRow } from '#shared/contract/events.ts';
import type { CoderId } from '#shared/ids.ts';
import { statement } from '#electron/database/statements.ts';

export interface Actor {
  readonly coderId: CoderId | null;
  readonly coderName: string;
}

export interface GroupHeader {
  readonly at: string;
  readonly method: string;
  readonly label: string;
  readonly actor: Actor;
}

export interface RecordedGroup {
  readonly label: string;
  readonly tables: readonly string[];
  readonly rows: readonly ChangedRow[] | null;
}

/** What the work of one action came to. */
export interface Done<Value> {
  readonly value: Value;
  readonly label: string;
  /** What was being typed, or null when the action was no piece of typing. */
  readonly typingKey: string | null;
}

/** Pieces of typing that are further apart than this are steps of their own. */
const TYPING_PAUSE_MS = 60_000;

/** Above this many rows a change event says only which tables changed. */
const MOST_NAMED_ROWS = 200;

/**
 * Runs `work` in one transaction and records what it changes as one group. `label` is asked for after the work, when
 * the handler knows what it did. A group that changed nothing leaves no trace, and `recorded` is null.
 */
export function record<Value>(
  connection: Database.Database,
  header: Omit<GroupHeader, 'label'>,
  work: () => Done<Value>,
): { readonly value: Value; readonly recorded: RecordedGroup | null } {
  return connection
    .transaction(() => {
      const groupId = statement(
        connection,
        `INSERT INTO change_group (at, coder_id, coder_name, method, label, state) VALUES (?, ?, ?, ?, '', 'done')`,
      ).run(header.at, header.actor.coderId, header.actor.coderName, header.method).lastInsertRowid as number;
      setMode(connection, 'recording', groupId);
      let result: Done<Value>;
      try {
        result = work();
      } finally {
        setMode(connection, 'closed', null);
      }
      const recorded = summarise(connection, groupId, result.label);
      if (recorded === null) {
        statement(connection, 'DELETE FROM change_group WHERE id = ?').run(groupId);
      } else {
        statement(connection, 'UPDATE change_group SET label = ? WHERE id = ?').run(result.label, groupId);
        statement(
          connection,
          `UPDATE change_group SET state = 'dropped' WHERE coder_id IS ? AND state = 'undone'`,
        ).run(header.actor.coderId);
        if (result.typingKey !== null) continueTyping(connection, groupId, result.typingKey);
      }
      return { value: result.value, recorded };
    })
    .immediate();
}

/** Makes a piece of typing part of the step before it, when that was a piece of the same. */
function continueTyping(connection: Database.Database, groupId: number, typingKey: string): void {
  statement(connection, 'UPDATE change_group SET typing_key = ? WHERE id = ?').run(typingKey, groupId);
  const [piece, before] = statement(
    connection,
    'SELECT id, at, coder_id, method, typing_key, state FROM change_group WHERE id <= ? ORDER BY id DESC LIMIT 2',
  ).all(groupId) as PieceOfTyping[];
  if (piece === undefined || before === undefined) return;
  const continues =
    before.state === 'done' &&
    before.coder_id === piece.coder_id &&
    before.method === piece.method &&
    before.typing_key === typingKey &&
    Date.parse(piece.at) - Date.parse(before.at) <= TYPING_PAUSE_MS;
  if (!continues) return;
  statement(connection, 'UPDATE change SET group_id = ? WHERE group_id = ?').run(before.id, piece.id);
  statement(
    connection,
    'UPDATE change_group SET at = ?, label = (SELECT label FROM change_group WHERE id = ?) WHERE id = ?',
  ).run(piece.at, piece.id, before.id);
  statement(connection, 'DELETE FROM change_group WHERE id = ?').run(piece.id);
}

interface PieceOfTyping {
  readonly id: number;
  readonly at: string;
  readonly coder_id: number | null;
  readonly method: string;
  readonly typing_key: string | null;
  readonly state: string;
}

/** Runs `work` with the triggers silent: for undo and redo, which restore what is already in the journal. */
export function replay<Value>(connection: Database.Database, work: () => Value): Value {
  return connection
    .transaction(() => {
      connection.pragma('defer_foreign_keys = ON');
      setMode(connection, 'replaying', null);
      try {
        return work();
      } finally {
        setMode(connection, 'closed', null);
      }
    })
    .immediate();
}

export function summarise(
  connection: Database.Database,
  groupId: number,
  label: string,
): RecordedGroup | null {
  const tables = statement(
    connection,
    'SELECT DISTINCT table_name FROM change WHERE group_id = ? ORDER BY table_name',
  )
    .pluck()
    .all(groupId) as string[];
  if (tables.length === 0) return null;
  const changes = statement(
    connection,
    `SELECT table_name AS "table", row_id AS id,
              CASE WHEN row_before IS NULL THEN 'insert' WHEN row_after IS NULL THEN 'delete' ELSE 'update' END AS op
       FROM change WHERE group_id = ? ORDER BY id LIMIT ?`,
  ).all(groupId, MOST_NAMED_ROWS + 1) as ChangedRow[];
  return { label, tables, rows: changes.length > MOST_NAMED_ROWS ? null : changes };
}

function setMode(
  connection: Database.Database,
  mode: 'recording' | 'replaying' | 'closed',
  groupId: number | null,
): void {
  statement(connection, 'UPDATE temp.journal_state SET mode = ?, group_id = ?').run(mode, groupId);
}
