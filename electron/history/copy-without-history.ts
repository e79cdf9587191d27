import Database from 'better-sqlite3';

/** Writes a copy of the open project to a new file: everything that it holds, and nothing of how it came to be. */
export function copyWithoutHistory(connection: Database.Database, to: string): void {
  connection.prepare('VACUUM INTO ?').run(to);
  const copied = new Database(to);
  try {
    copied.exec('DELETE FROM change; DELETE FROM undo_event; DELETE FROM change_group; VACUUM;');
  } finally {
    copied.close();
  }
}
