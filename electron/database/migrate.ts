import fs from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { invariant } from '#shared/assert.ts';

export interface Migration {
  readonly number: number;
  readonly subject: string;
  readonly sql: string;
}

/** Reads `NNNN-subject.sql`, numbered 1, 2, 3 … without a gap. */
export function readMigrations(folder: string): readonly Migration[] {
  const migrations = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const match = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(name);
      invariant(match !== null, `a migration is called NNNN-subject.sql, not ${name}`);
      return {
        number: Number(match[1]),
        subject: match[2] ?? '',
        sql: fs.readFileSync(path.join(folder, name), 'utf8'),
      };
    });
  migrations.forEach(({ number }, index) =>
    invariant(number === index + 1, `migration ${index + 1} is missing in ${folder}`),
  );
  return migrations;
}

/**
 * Brings the file to the newest schema: each migration in one transaction of its own, with the version number in it,
 * so that a crash leaves the file at one version or at the next. `copyFirst` is called once, before the first change
 * of a file that already holds work.
 */
export function migrate(
  connection: Database.Database,
  migrations: readonly Migration[],
  copyFirst: (fromVersion: number) => void,
): void {
  const from = schemaVersion(connection);
  const pending = migrations.filter(({ number }) => number > from);
  if (pending.length === 0) return;
  if (from > 0) copyFirst(from);

  // Rebuilding a table needs foreign keys off; they are checked as a whole before each commit instead.
  connection.pragma('foreign_keys = OFF');
  try {
    for (const migration of pending) {
      connection.transaction(() => {
        connection.exec(migration.sql);
        const violations = connection.pragma('foreign_key_check') as unknown[];
        invariant(
          violations.length === 0,
          `migration ${migration.number} breaks ${violations.length} references`,
        );
        connection.pragma(`user_version = ${migration.number}`);
      })();
    }
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

export function schemaVersion(connection: Database.Database): number {
  return connection.pragma('user_version', { simple: true }) as number;
}
