import path from 'node:path';
import type Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { readMigrations } from '#electron/database/migrate.ts';
import { createProjectFile, integrityProblems, openProjectFile } from '#electron/database/project-file.ts';
import { replay } from '#electron/history/journal.ts';
import { REPOSITORY, temporaryFolder } from '#test/support/test-core.ts';

function projectWithOneTranscript(): Database.Database {
  const file = path.join(temporaryFolder(), 'study.crosscase');
  const { connection, close } = createProjectFile(file, readMigrations(path.join(REPOSITORY, 'migrations')));
  onTestFinished(() => void close());
  replay(connection, () =>
    connection.exec(
      `INSERT INTO transcript (id, uid, title, file_name, position, created_at) VALUES (1, 't', 'T', '', 0, '')`,
    ),
  );
  return connection;
}

function addVersion(connection: Database.Database, number: number, text: string): void {
  connection
    .prepare(
      `INSERT INTO transcript_version (id, uid, transcript_id, number, text, length, words, sha256, created_at)
       VALUES (?, ?, 1, ?, ?, 0, 0, '', '')`,
    )
    .run(number * 10, `v${number}`, number, text);
}

function indexedVersions(connection: Database.Database): unknown {
  return connection.prepare('SELECT rowid FROM transcript_index ORDER BY rowid').pluck().all();
}

function occurrences(connection: Database.Database, word: string): unknown {
  const count = connection.prepare('SELECT cnt FROM transcript_index_term WHERE term = ?').pluck();
  return count.get(word) ?? 0;
}

test('only the newest version of a transcript is found, in whatever order versions come and go', () => {
  const connection = projectWithOneTranscript();
  replay(connection, () => {
    addVersion(connection, 2, 'Huisarts, huisarts.');
    addVersion(connection, 1, 'Husarts.');
    expect(indexedVersions(connection)).toEqual([20]);
    addVersion(connection, 3, 'Huisarts.');
    expect(indexedVersions(connection)).toEqual([30]);
    expect([occurrences(connection, 'huisarts'), occurrences(connection, 'husarts')]).toEqual([1, 0]);
    connection.exec('DELETE FROM transcript_version WHERE number = 3');
    expect(indexedVersions(connection)).toEqual([20]);
    expect(occurrences(connection, 'huisarts')).toBe(2);
    connection.exec('DELETE FROM transcript_version WHERE number = 1');
    expect(indexedVersions(connection)).toEqual([20]);
    connection.exec('DELETE FROM transcript_version');
    expect(indexedVersions(connection)).toEqual([]);
    expect(occurrences(connection, 'huisarts')).toBe(0);
  });
  expect(integrityProblems(connection)).toEqual([]);
});

test('a file from before the index of notes gets it when it is opened', () => {
  const file = path.join(temporaryFolder(), 'study.crosscase');
  const migrations = readMigrations(path.join(REPOSITORY, 'migrations'));
  const first = createProjectFile(file, migrations);
  replay(first.connection, () =>
    first.connection.exec(
      `INSERT INTO code (id, uid, kind, name, definition, color, position)
       VALUES (3, 'c', 'theme', 'Détente', 'Hours of rest', '#112233', 0)`,
    ),
  );
  first.connection.exec(`INSERT INTO note_index (note_index) VALUES ('delete-all')`);
  first.close();
  const { connection, close } = openProjectFile(file, migrations);
  onTestFinished(() => void close());
  const rows = connection.prepare('SELECT rowid FROM note_index WHERE note_index MATCH ? ORDER BY 1').pluck();
  expect([rows.all('detente'), rows.all('"of rest"'), rows.all('days')]).toEqual([[100], [101], []]);
});
