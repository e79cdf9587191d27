import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readMigrations, type Migration } from '#electron/database/migrate.ts';
import { APPLICATION_ID, createProjectFile, openProjectFile } from '#electron/database/project-file.ts';
import { REPOSITORY, temporaryFolder } from '#test/support/test-core.ts';

const SHIPPED_FOLDER = path.join(REPOSITORY, 'migrations');
const SHIPPED = readMigrations(SHIPPED_FOLDER);
const NOW = SHIPPED.length;
const step = (number: number, sql: string): Migration => ({ number, subject: `step-${number}`, sql });
const ADD_MARK = step(
  NOW + 1,
  `ALTER TABLE project ADD COLUMN mark TEXT NOT NULL DEFAULT ''; UPDATE project SET mark = 'seen';`,
);
const NEXT = [...SHIPPED, ADD_MARK];
const COPY = `study.before-update-from-${NOW}.crosscase`;
const STUDY = {
  id: 1,
  uid: 'u',
  title: 'Why?',
  research_question: '',
  created_at: '2026',
  blind: 0,
  origin_uid: null,
};

/** A project of today's version with a study in it: what the next version will find. */
function oldProject(): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder();
  const file = path.join(folder, 'study.crosscase');
  createProjectFile(file, SHIPPED).close();
  const connection = new Database(file);
  connection.exec(`INSERT INTO project (id, uid, title, created_at) VALUES (1, 'u', 'Why?', '2026')`);
  connection.close();
  return { folder, file };
}

function read(file: string): { readonly version: number; readonly study: unknown } {
  const connection = new Database(file, { readonly: true });
  try {
    return {
      version: connection.pragma('user_version', { simple: true }) as number,
      study: connection.prepare('SELECT * FROM project').get(),
    };
  } finally {
    connection.close();
  }
}

const copies = (folder: string): string[] =>
  fs
    .readdirSync(folder)
    .filter((name) => name.includes('before-update'))
    .toSorted();

describe('an update of the schema', () => {
  test('copies the file first, and brings the work along', () => {
    const { folder, file } = oldProject();
    openProjectFile(file, NEXT).close();
    expect(read(file)).toEqual({ version: NOW + 1, study: { ...STUDY, mark: 'seen' } });
    expect(copies(folder)).toEqual([COPY]);
    expect(read(path.join(folder, COPY))).toEqual({ version: NOW, study: STUDY });
    // The copy is a project too: today's program opens it.
    openProjectFile(path.join(folder, COPY), SHIPPED).close();
  });

  test('does not copy a file that is up to date, nor a new one', () => {
    const { folder, file } = oldProject();
    openProjectFile(file, SHIPPED).close();
    createProjectFile(path.join(folder, 'new.crosscase'), NEXT).close();
    expect(copies(folder)).toEqual([]);
  });

  test('never overwrites an earlier copy', () => {
    const { folder, file } = oldProject();
    fs.writeFileSync(path.join(folder, COPY), 'precious');
    openProjectFile(file, NEXT).close();
    expect(copies(folder)).toEqual([`study.before-update-from-${NOW}-2.crosscase`, COPY]);
    expect(fs.readFileSync(path.join(folder, COPY), 'utf8')).toBe('precious');
  });

  test('that fails half-way leaves the old version, whole', () => {
    const { file } = oldProject();
    const failing = step(NOW + 1, `${ADD_MARK.sql} INSERT INTO project (id) VALUES (1);`);
    expect(() => openProjectFile(file, [...SHIPPED, failing])).toThrow();
    expect(read(file)).toEqual({ version: NOW, study: STUDY });
    // Nothing holds the file any more, and the right update still works.
    openProjectFile(file, NEXT).close();
    expect(read(file)).toMatchObject({ version: NOW + 1 });
  });

  test('that would leave a reference to nothing is refused as a whole', () => {
    const { file } = oldProject();
    const dangling = step(
      NOW + 1,
      `CREATE TABLE remark (id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id)) STRICT;
       INSERT INTO remark VALUES (1, 77);`,
    );
    expect(() => openProjectFile(file, [...SHIPPED, dangling])).toThrow('breaks 1 references');
    expect(read(file)).toEqual({ version: NOW, study: STUDY });
  });

  test('keeps the steps that were done when a later one fails', () => {
    const { file } = oldProject();
    const failing = step(NOW + 2, 'CREATE TABLE project (id)');
    expect(() => openProjectFile(file, [...NEXT, failing])).toThrow();
    expect(read(file)).toEqual({ version: NOW + 1, study: { ...STUDY, mark: 'seen' } });
  });

  test('that fails for a new project leaves no file', () => {
    const folder = temporaryFolder();
    const failing = step(NOW + 1, 'CREATE TABLE project (id)');
    expect(() => createProjectFile(path.join(folder, 'new.crosscase'), [...SHIPPED, failing])).toThrow();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('leaves the file with its references checked and every change forced to the disk', () => {
    const { file } = oldProject();
    const project = openProjectFile(file, NEXT);
    const pragma = (name: string): unknown => project.connection.pragma(name, { simple: true });
    expect({
      foreignKeys: pragma('foreign_keys'),
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      application: pragma('application_id'),
    }).toEqual({ foreignKeys: 1, journal: 'wal', synchronous: 2, application: APPLICATION_ID });
    project.close();
  });
});

describe('the migrations that ship', () => {
  test('are numbered without a gap', () => {
    expect(SHIPPED.map(({ number }) => number)).toEqual(SHIPPED.map((_migration, index) => index + 1));
    const gap = temporaryFolder();
    fs.writeFileSync(path.join(gap, '0002-later.sql'), '');
    expect(() => readMigrations(gap)).toThrow('migration 1 is missing');
    fs.writeFileSync(path.join(gap, 'first.sql'), '');
    expect(() => readMigrations(gap)).toThrow('NNNN-subject.sql');
  });

  test('leave transactions and versions to the program', () => {
    const forbidden =
      /\b(BEGIN\s+(IMMEDIATE|EXCLUSIVE|DEFERRED|TRANSACTION)|BEGIN\s*;|COMMIT|ROLLBACK|user_version)\b/i;
    for (const { subject, sql } of SHIPPED) {
      const code = sql.replaceAll(/--.*$/gm, '');
      expect([subject, forbidden.exec(code)?.[0]]).toEqual([subject, undefined]);
    }
  });

  test('make only STRICT tables, and references without a cascade', () => {
    const project = createProjectFile(path.join(temporaryFolder(), 'new.crosscase'), SHIPPED);
    const tables = project.connection
      .prepare(
        `SELECT name, strict FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all() as { name: string; strict: number }[];
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ strict }) => strict === 0)).toEqual([]);
    for (const { name } of tables) {
      const keys = project.connection.pragma(`foreign_key_list("${name}")`) as { on_delete: string }[];
      expect([name, keys.filter((key) => key.on_delete !== 'NO ACTION')]).toEqual([name, []]);
    }
    project.close();
  });
});
