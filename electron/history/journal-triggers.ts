import type Database from 'better-sqlite3';
import { invariant } from '#shared/assert.ts';

/** The journal's own tables, and the shadow tables of indexes that triggers of the schema keep. */
const NOT_JOURNALLED = new Set([
  'change_group',
  'change',
  'undo_event',
  'sqlite_sequence',
  'sqlite_stat1',
  'sqlite_stat4',
]);

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

/**
 * Generates from the schema the triggers that record every change of every table: no handler can forget the journal,
 * because no handler writes to it. They are TEMP triggers, so the file itself stays plain and other programs can read it.
 *
 * `journal_state.mode` is `recording` inside a mutation, `replaying` inside undo and redo, and `closed` otherwise;
 * writing while it is closed is refused.
 */
export function installJournal(connection: Database.Database): void {
  connection.exec(`
    CREATE TEMP TABLE journal_state (mode TEXT NOT NULL, group_id INTEGER);
    INSERT INTO journal_state VALUES ('closed', NULL);
  `);
  for (const table of journalledTables(connection))
    connection.exec(triggersOf(table, columnsOf(connection, table)));
}

export function journalledTables(connection: Database.Database): readonly string[] {
  const tables = connection
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name`)
    .pluck()
    .all() as string[];
  return tables.filter((name) => !NOT_JOURNALLED.has(name) && !name.startsWith('sqlite_'));
}

export function columnsOf(connection: Database.Database, table: string): readonly string[] {
  const columns = connection
    .prepare('SELECT name, type, pk FROM pragma_table_info(?)')
    .all(table) as ColumnInfo[];
  const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
  invariant(key.length === 1 && key[0] === 'id', `${table} needs the one primary key "id", for the journal`);
  for (const { name, type } of columns) {
    invariant(
      type === 'INTEGER' || type === 'TEXT',
      `${table}.${name} is ${type}: the journal's JSON would not be exact`,
    );
  }
  return columns.map(({ name }) => name);
}

/** The row as JSON text, in the order of the columns: the same expression writes the journal and checks it at undo. */
export function rowAsJson(columns: readonly string[], prefix: string): string {
  return `json_object(${columns.map((name) => `'${name}', ${prefix}"${name}"`).join(', ')})`;
}

function triggersOf(table: string, columns: readonly string[]): string {
  const before = rowAsJson(columns, 'OLD.');
  const after = rowAsJson(columns, 'NEW.');
  const same = columns.map((name) => `OLD."${name}" IS NEW."${name}"`).join(' AND ');
  return [
    trigger(table, 'INSERT', 'NEW.id', 'NULL', after, '1'),
    trigger(table, 'DELETE', 'OLD.id', before, 'NULL', '1'),
    trigger(table, 'UPDATE', 'OLD.id', before, after, `NOT (${same})`),
  ].join('\n');
}

function trigger(
  table: string,
  event: string,
  id: string,
  before: string,
  after: string,
  condition: string,
): string {
  return `
    CREATE TEMP TRIGGER "journal_${table}_${event}" AFTER ${event} ON main."${table}"
    WHEN (SELECT mode FROM journal_state) <> 'replaying' AND ${condition}
    BEGIN
      SELECT RAISE(ABORT, 'a change outside the door: ${table}') FROM journal_state WHERE mode = 'closed';
      INSERT INTO change (group_id, table_name, row_id, row_before, row_after)
      SELECT group_id, '${table}', ${id}, ${before}, ${after} FROM journal_state;
    END;`;
}
