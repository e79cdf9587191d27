import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, readMigrations } from '#electron/database/migrate.ts';
import { APPLICATION_ID } from '#electron/database/project-file.ts';
import { REPOSITORY, startCore, temporaryFolder } from '#test/support/test-core.ts';

const MIGRATIONS = path.join(REPOSITORY, 'migrations');
const BEFORE_ENGINE = 12;

/** A project as the program wrote it before matrices had rows of every kind: a written cell, and one that was cleared. */
function oldProject(folder: string): string {
  const file = path.join(folder, 'old.crosscase');
  const db = new Database(file);
  const old = readMigrations(MIGRATIONS).filter(({ number }) => number <= BEFORE_ENGINE);
  db.pragma('journal_mode = WAL');
  db.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(db, old, () => undefined);
  db.exec(`
    INSERT INTO project (id, uid, title, created_at) VALUES (1, 'p', 'Old', '');
    INSERT INTO coder (id, uid, name, created_at) VALUES (1, 'coder', 'Anna', '');
    INSERT INTO layer (id, uid, coder_id, name) VALUES (1, 'layer', 1, 'Anna');
    INSERT INTO participant (id, uid, code, position) VALUES (1, 'one', 'T1', 0), (2, 'two', 'T2', 1);
    INSERT INTO transcript (id, uid, participant_id, title, file_name, position, created_at) VALUES (1, 't', 1, 'T1', 't', 0, '');
    INSERT INTO transcript_version (id, uid, transcript_id, number, length, words, sha256, created_at, text) VALUES (1, 'v', 1, 1, 5, 1, '', '', 'Hello');
    INSERT INTO code (id, uid, kind, name, color, position) VALUES (1, 'code', 'code', 'Time', '#333333', 0);
    INSERT INTO coding (id, uid, layer_id, version_id, code_id, start, "end", created_at) VALUES (1, 'coding', 1, 1, 1, 0, 5, '');
    INSERT INTO matrix (id, uid, name, position, created_at) VALUES (1, 'm', 'Themes', 0, '');
    INSERT INTO matrix_column (id, uid, matrix_id, title, position) VALUES (1, 'col', 1, 'Time', 0);
    INSERT INTO matrix_column_code (column_id, code_id, position) VALUES (1, 1, 0);
    INSERT INTO matrix_cell (id, uid, column_id, participant_id, summary, author_id, updated_at) VALUES (1, 'cell', 1, 1, 'Says hello', 1, 'then');
    INSERT INTO cell_evidence (id, cell_id, coding_id, stance) VALUES (1, 1, 1, 'supports');
    INSERT INTO change_group (id, at, coder_id, coder_name, method, label, state) VALUES (1, 'then', 1, 'Anna', 'matrices.writeSummary', 'Clear T2 × Time', 'done');
    INSERT INTO change (group_id, table_name, row_id, row_before, row_after)
    VALUES (1, 'matrix_cell', 2, json_object('id', 2, 'uid', 'gone', 'column_id', 1, 'participant_id', 2, 'summary', 'Was here', 'author_id', 1, 'updated_at', 'then'), NULL);
  `);
  db.close();
  return file;
}

test('a project from before keeps its cells and their evidence, and what was cleared then can still be undone', async () => {
  const folder = temporaryFolder();
  const file = oldProject(folder);
  const { api } = startCore(folder);
  await api.project.open({ path: file });
  await api.project.chooseCoder({ coderId: (await api.project.coders({}))[0]!.id });
  const { id } = (await api.matrices.list({}))[0]!;
  const before = await api.matrices.get({ id });
  expect(before.rows.map(({ key, code }) => [key, code])).toEqual([
    ['case:one', 'T1'],
    ['case:two', 'T2'],
  ]);
  expect(before.cells).toMatchObject([
    { rowKey: 'case:one', summary: 'Says hello', count: 1, evidence: 1, rating: null },
  ]);
  await api.history.undo({});
  expect((await api.matrices.get({ id })).cells).toMatchObject([
    { rowKey: 'case:one' },
    { rowKey: 'case:two', summary: 'Was here' },
  ]);
  await api.history.redo({});
  expect((await api.matrices.get({ id })).cells).toEqual(before.cells);
  expect((await api.project.check({})).problems).toEqual([]);
});
