import type { VersionId } from '#shared/ids.ts';
import type { ReadableDb, SqlValue, WritableDb } from '#electron/database/handles.ts';

/** For who makes a version of another one. */

/** A row as it is, whatever columns it has: what is copied to a new version keeps them all. */
export type WholeRow = Readonly<Record<string, SqlValue>>;

export function rowsOfVersion(
  db: ReadableDb,
  table: 'turn' | 'section' | 'span',
  versionId: VersionId,
): WholeRow[] {
  return db.all<WholeRow>(`SELECT * FROM ${table} WHERE version_id = ? ORDER BY start, id`, versionId);
}

export function insertRow(db: WritableDb, table: 'turn' | 'section' | 'span', row: WholeRow): void {
  const columns = Object.keys(row);
  db.runOne(
    `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
    ...Object.values(row),
  );
}
