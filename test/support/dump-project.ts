import Database from 'better-sqlite3';

const HISTORY = new Set(['change_group', 'change', 'undo_event']);

/** Every row of every table but the history's, read by a connection of its own: what the project holds. */
export function dumpProject(file: string): Readonly<Record<string, readonly unknown[]>> {
  const connection = new Database(file, { readonly: true });
  try {
    const tables = connection
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      tables
        .filter((name) => !HISTORY.has(name))
        .toSorted()
        .map((name) => [name, connection.prepare(`SELECT * FROM "${name}" ORDER BY id`).all()]),
    );
  } finally {
    connection.close();
  }
}
