import type Database from 'better-sqlite3';

/**
 * Leaves no trace of what was deleted: not in free pages, not in the log beside the file, not in the samples that the
 * planner keeps of indexed values.
 */
export function eraseFreePages(connection: Database.Database): void {
  connection.pragma('secure_delete = ON');
  for (const table of ['sqlite_stat1', 'sqlite_stat4']) {
    const isThere = connection.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
    if (isThere) connection.exec(`DELETE FROM ${table}`);
  }
  connection.exec('VACUUM');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.exec('ANALYZE');
  connection.pragma('wal_checkpoint(TRUNCATE)');
}
