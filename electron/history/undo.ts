import type Database from 'better-sqlite3';
import { must } from '#shared/assert.ts';
import { AppError } from '#shared/contract/errors.ts';
import { statement } from '#electron/database/statements.ts';
import { replay, summarise, type Actor, type RecordedGroup } from './journal.ts';
import { rowAsJson } from './journal-triggers.ts';

type Direction = 'undo' | 'redo';

interface Group {
  readonly id: number;
  readonly label: string;
}

interface Change {
  readonly id: number;
  readonly table_name: string;
  readonly row_id: number;
  readonly row_before: string | null;
  readonly row_after: string | null;
}

/** Undo and redo end at a withdrawal: what came before it may hold what was erased. */
const BARRIER = '(SELECT coalesce(max(id), 0) FROM change_group WHERE barrier = 1)';

function isBarred(connection: Database.Database): boolean {
  return statement(connection, 'SELECT 1 FROM change_group WHERE barrier = 1 LIMIT 1').get() !== undefined;
}

/** The change that undo (redo) would take back (repeat) for this coder, if there is one. */
export function nextGroup(
  connection: Database.Database,
  direction: Direction,
  actor: Actor,
): Group | undefined {
  const sql =
    direction === 'undo'
      ? `SELECT id, label FROM change_group WHERE coder_id IS ? AND state = 'done' AND id > ${BARRIER} ORDER BY id DESC LIMIT 1`
      : `SELECT id, label FROM change_group WHERE coder_id IS ? AND state = 'undone' AND id > ${BARRIER} ORDER BY id ASC LIMIT 1`;
  return statement(connection, sql).get(actor.coderId) as Group | undefined;
}

/**
 * Takes back, or repeats, the coder's next group, row by row, without knowing what any row means. Every row must still
 * be as this group left it: if later work of somebody else rests on it, everything is rolled back and the person is told.
 */
export function undoOrRedo(
  connection: Database.Database,
  direction: Direction,
  actor: Actor,
  at: string,
): RecordedGroup {
  const group = nextGroup(connection, direction, actor);
  if (group === undefined) {
    if (direction === 'undo' && isBarred(connection)) throw new AppError('undo-ends', {});
    throw new AppError(direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo', {});
  }
  try {
    return replay(connection, () => {
      const restore = rowRestorer(connection);
      for (const change of changesOf(connection, group.id, direction)) {
        const [expected, wanted] =
          direction === 'undo'
            ? [change.row_after, change.row_before]
            : [change.row_before, change.row_after];
        if (!restore(change.table_name, change.row_id, expected, wanted)) {
          throw new AppError('undo-blocked', { label: group.label });
        }
      }
      connection
        .prepare('UPDATE change_group SET state = ? WHERE id = ?')
        .run(direction === 'undo' ? 'undone' : 'done', group.id);
      connection
        .prepare('INSERT INTO undo_event (group_id, kind, at, coder_name) VALUES (?, ?, ?, ?)')
        .run(group.id, direction, at, actor.coderName);
      return reversed(
        must(summarise(connection, group.id, group.label), 'a recorded group has changes'),
        direction,
      );
    });
  } catch (error) {
    if (isConstraint(error)) throw new AppError('undo-blocked', { label: group.label }, { cause: error });
    throw error;
  }
}

/** A connection that is still reading cannot write; and a bulk import has too many changes to hold at once. */
const CHANGES_AT_A_TIME = 5000;

/** The changes of a group in the order in which they are taken back, or repeated. */
function* changesOf(
  connection: Database.Database,
  groupId: number,
  direction: Direction,
): Generator<Change, void> {
  const [beyond, order] = direction === 'undo' ? ['<', 'DESC'] : ['>', 'ASC'];
  const page = statement(
    connection,
    `SELECT id, table_name, row_id, row_before, row_after FROM change
     WHERE group_id = ? AND id ${beyond} ? ORDER BY id ${order} LIMIT ${CHANGES_AT_A_TIME}`,
  );
  let last = direction === 'undo' ? Number.MAX_SAFE_INTEGER : 0;
  for (;;) {
    const changes = page.all(groupId, last) as Change[];
    yield* changes;
    const end = changes.at(-1);
    if (end === undefined || changes.length < CHANGES_AT_A_TIME) return;
    last = end.id;
  }
}

type RestoreRow = (table: string, id: number, expected: string | null, wanted: string | null) => boolean;

/**
 * Brings one row from the state `expected` to the state `wanted`; false when it was not in the state expected. A row that
 * is there although none was expected breaks a constraint: the insert fails.
 *
 * Only the columns that the journal knows are compared and restored. A group is recorded under one schema; a later
 * migration may have added columns, which keep their values, or get their defaults when the row comes back.
 */
function rowRestorer(connection: Database.Database): RestoreRow {
  const statements = new Map<string, TableStatements>();
  const statementsOf = (table: string, recorded: string): TableStatements => {
    let found = statements.get(table);
    if (found === undefined) {
      found = prepareTable(connection, table, Object.keys(parseRow(recorded)));
      statements.set(table, found);
    }
    return found;
  };
  return (table, id, expected, wanted) => {
    const recorded = must(wanted ?? expected, 'a change has a row before it or after it');
    const { columns, remove, insert, update } = statementsOf(table, recorded);
    if (wanted === null) return remove.run(id, expected).changes === 1;
    const row = parseRow(wanted);
    const values = columns.map((name) => row[name] ?? null);
    const { changes } = expected === null ? insert.run(...values) : update.run(...values, id, expected);
    return changes === 1;
  };
}

function parseRow(json: string): Record<string, string | number | null> {
  return JSON.parse(json) as Record<string, string | number | null>;
}

interface TableStatements {
  readonly columns: readonly string[];
  readonly remove: Database.Statement;
  readonly insert: Database.Statement;
  readonly update: Database.Statement;
}

function prepareTable(
  connection: Database.Database,
  table: string,
  columns: readonly string[],
): TableStatements {
  const names = columns.map((name) => `"${name}"`);
  const asExpected = `id = ? AND ${rowAsJson(columns, '')} = ?`;
  return {
    columns,
    remove: connection.prepare(`DELETE FROM "${table}" WHERE ${asExpected}`),
    insert: connection.prepare(
      `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ),
    update: connection.prepare(
      `UPDATE "${table}" SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE ${asExpected}`,
    ),
  };
}

function reversed(group: RecordedGroup, direction: Direction): RecordedGroup {
  if (direction === 'redo' || group.rows === null) return group;
  const opposite = { insert: 'delete', delete: 'insert', update: 'update' } as const;
  return { ...group, rows: group.rows.map((row) => ({ ...row, op: opposite[row.op] })) };
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}
