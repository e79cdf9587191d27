import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { api } from '#shared/contract/api.ts';
import { registry } from '#electron/core/registry.ts';
import { REPOSITORY } from '#test/support/test-core.ts';
import { sourceFiles } from '#test/support/source-files.ts';

const files = sourceFiles();

test('every method of the contract has a handler', () => {
  expect([...registry].filter(([, { handler }]) => handler === undefined).map(([name]) => name)).toEqual([]);
  expect(registry.size).toBe(
    Object.values(api).reduce((sum, contract) => sum + Object.keys(contract).length, 0),
  );
});

test('SQL stands in x-sql.ts, and in the folders that own the file and the journal', () => {
  const sql = /\b(SELECT .+ FROM|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b/;
  const allowed = /-sql\.ts$|^electron\/(database|history)\/|^test\//;
  expect(
    files.filter(({ path: file, text }) => !allowed.test(file) && sql.test(text)).map((file) => file.path),
  ).toEqual([]);
});

test('a table is written by one capability', () => {
  const writers = new Map<string, Set<string>>();
  for (const { path: file, text } of files) {
    const capability = /^electron\/([\w-]+)\/[\w-]+-sql\.ts$/.exec(file)?.[1];
    if (capability === undefined) continue;
    for (const [, table] of text.matchAll(
      /(?:INSERT INTO|INSERT OR \w+ INTO|DELETE FROM|UPDATE) "?([a-z_]+)"?/g,
    )) {
      writers.set(table ?? '', (writers.get(table ?? '') ?? new Set()).add(capability));
    }
  }
  expect(writers.size).toBeGreaterThan(10);
  expect(
    [...writers].filter(([, owners]) => owners.size > 1).map(([table, owners]) => [table, ...owners]),
  ).toEqual([]);
});

test('files are called after their subject, in kebab-case', () => {
  const forbidden = /(^|\/)(index|utils?|helpers?|manager|types|misc|common)\.(ts|tsx)$/;
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|e2e|browser))?\.(ts|tsx|mjs)$/;
  const bad = files
    .map((file) => file.path)
    .filter((file) => forbidden.test(file) || !kebab.test(path.basename(file)));
  expect(bad).toEqual([]);
});

test('migrations are numbered without a gap, and make STRICT tables that the journal can hold', () => {
  const folder = path.join(REPOSITORY, 'migrations');
  const names = fs.readdirSync(folder).toSorted();
  names.forEach((name, index) =>
    expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+\\.sql$`)),
  );
  for (const name of names) {
    const sql = fs.readFileSync(path.join(folder, name), 'utf8').replace(/--.*$/gm, '');
    expect(sql).not.toMatch(/\b(BEGIN TRANSACTION|COMMIT|ON DELETE CASCADE)\b/);
    const tables = sql.match(/CREATE TABLE/g)?.length ?? 0;
    expect(sql.match(/\) STRICT;/g)?.length ?? 0).toBe(tables);
  }
});

test('dependencies are exact, and the lock file names no host', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const versions = Object.entries({
    ...manifest['dependencies'],
    ...manifest['devDependencies'],
    ...manifest['optionalDependencies'],
  });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(fs.readFileSync(path.join(REPOSITORY, 'package-lock.json'), 'utf8')).not.toMatch(
    /"resolved": "http/,
  );
});

test('every action of the renderer has an id of its own', () => {
  const ids = files
    .filter((file) => file.path.startsWith('renderer/') && file.path.endsWith('-actions.ts'))
    .flatMap(({ text }) => [...text.matchAll(/^\s+id: '([a-z-]+\.[a-z0-9-]+)'/gm)].map(([, id]) => id));
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('what is read and leaves the core is read through what the coder may see', () => {
  const whole = new Set(['electron/core/visible-part.ts', 'electron/project/open-project.ts']);
  const readers = files.filter(
    ({ path: file, text }) => file.startsWith('electron/') && text.includes('new ReadableDb('),
  );
  expect(readers.length).toBeGreaterThan(2);
  expect(
    readers
      // Databases of other programs, and what is in a package that is about to leave, are not the project.
      .filter(
        ({ path: file }) =>
          !/^electron\/(import|exchange)\/|(open-source|project-text)\.ts$/.test(file) && !whole.has(file),
      )
      .filter(({ text }) => !text.includes('openForReading('))
      .map((file) => file.path),
  ).toEqual([]);
});

test('a file leaves the window by one way, which looks through it first', () => {
  // The key of the names and the certificate of a withdrawal are made to leave.
  const allowed = /^renderer\/(host|pseudonyms|withdrawal)\//;
  expect(
    files
      .filter(
        ({ path: file, text }) =>
          file.startsWith('renderer/') && !allowed.test(file) && /\bhost\.saveFile\(/.test(text),
      )
      .map((file) => file.path),
  ).toEqual([]);
});
