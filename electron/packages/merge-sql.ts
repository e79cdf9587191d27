import type { ReadableDb, SqlValue, WritableDb } from '#electron/database/handles.ts';

/** Statements for any table: which tables there are is known from the schema, never from a file that was handed over. */

export interface Row {
  readonly id: number;
  readonly [column: string]: SqlValue;
}

export function tableNames(db: ReadableDb): string[] {
  return db.column<string>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
     ORDER BY name`,
  );
}

export function columnNames(db: ReadableDb, table: string): string[] {
  return db.column<string>(`SELECT name FROM pragma_table_info(?, 'main') ORDER BY cid`, table);
}

export function references(
  db: ReadableDb,
  table: string,
): { readonly column: string; readonly table: string }[] {
  return db.all(`SELECT "from" AS "column", "table" FROM pragma_foreign_key_list(?, 'main')`, table);
}

/** Columns that may be empty. */
export function optionalColumns(db: ReadableDb, table: string): string[] {
  return db.column<string>(
    `SELECT name FROM pragma_table_info(?, 'main') WHERE "notnull" = 0 AND pk = 0`,
    table,
  );
}

/** What a program could run when the file is used: a project has none of its own. */
export function activeParts(db: ReadableDb): string[] {
  return db.column<string>(`SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')`);
}

/** The sets of columns that no two rows may share. An index with an expression in it says nothing about columns. */
export function uniqueSets(db: ReadableDb, table: string): string[][] {
  const indexes = db.column<string>(
    `SELECT name FROM pragma_index_list(?, 'main') WHERE "unique" = 1 AND origin <> 'pk'`,
    table,
  );
  return indexes
    .map((index) =>
      db.column<string | null>(`SELECT name FROM pragma_index_info(?, 'main') ORDER BY seqno`, index),
    )
    .filter((columns): columns is string[] => columns.every((column) => column !== null));
}

export function allRows(db: ReadableDb, table: string): Row[] {
  return db.all<Row>(`SELECT * FROM "${table}" ORDER BY id`);
}

/** The number that the next row of the table would get. */
export function nextId(db: ReadableDb, table: string): number {
  const used = db.column<number>('SELECT seq FROM sqlite_sequence WHERE name = ?', table)[0] ?? 0;
  return Math.max(used, db.column<number>(`SELECT coalesce(max(id), 0) FROM "${table}"`)[0] ?? 0) + 1;
}

/** Every state that a row was in, as the journal has it. */
export function statesOfRow(db: ReadableDb, table: string, id: number): Row[] {
  return db
    .column<string | null>(
      `SELECT row_before FROM change WHERE row_id = ? AND table_name = ?
       UNION SELECT row_after FROM change WHERE row_id = ? AND table_name = ?`,
      id,
      table,
      id,
      table,
    )
    .filter((json) => json !== null)
    .map((json) => JSON.parse(json) as Row);
}

/** The rows that were changed after they were made. */
export function changedRows(db: ReadableDb): { readonly table: string; readonly id: number }[] {
  return db.all(
    `SELECT DISTINCT table_name AS "table", row_id AS id FROM change
     WHERE row_before IS NOT NULL AND row_after IS NOT NULL`,
  );
}

export function uidOfRow(db: ReadableDb, table: string, id: number): string {
  return db.column<string>(`SELECT uid FROM "${table}" WHERE id = ?`, id)[0] ?? '';
}

/** References may point forward until the change as a whole is stored; then every one of them is checked. */
export function deferReferences(db: WritableDb): void {
  db.run('PRAGMA defer_foreign_keys = ON');
}

export function insertRow(db: WritableDb, table: string, row: Row): void {
  const columns = Object.keys(row);
  db.runOne(
    `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
    ...Object.values(row),
  );
}

export function updateRow(db: WritableDb, table: string, { id, ...values }: Row): void {
  const columns = Object.keys(values);
  db.runOne(
    `UPDATE "${table}" SET ${columns.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`,
    ...Object.values(values),
    id,
  );
}
