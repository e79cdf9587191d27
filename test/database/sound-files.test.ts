import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { stampOf, stillSound } from '#electron/database/sound-files.ts';
import { openProjectFile, type ProjectFile } from '#electron/database/project-file.ts';
import { readMigrations } from '#electron/database/migrate.ts';
import { LocalState } from '#electron/settings/local-state.ts';
import { startStudy } from '#test/support/test-core.ts';
import { REPOSITORY_FOLDER } from './repository-folder.ts';

const DAY = 24 * 60 * 60 * 1000;
let file: string;
let state: LocalState;

beforeEach(async () => {
  const study = await startStudy();
  file = path.join(study.folder, 'study.crosscase');
  await study.api.project.close({});
  state = new LocalState(path.join(study.folder, 'own'));
});

const open = (): ProjectFile =>
  openProjectFile(file, readMigrations(path.join(REPOSITORY_FOLDER, 'migrations')), state);
const trusted = (now = Date.now()): boolean => {
  const known = state.recall(file);
  return known !== undefined && stillSound(file, known, now) !== null;
};

test('a project that was closed well is trusted by the next program for a week, however often it is opened', () => {
  open().close();
  const { checkedAt } = state.recall(file)!;
  open().close();
  expect(state.recall(file)?.checkedAt).toBe(checkedAt);
  expect(trusted(checkedAt + 6 * DAY)).toBe(true);
  expect(trusted(checkedAt + 8 * DAY)).toBe(false);
  expect(trusted(checkedAt - DAY)).toBe(false);
});

test('a project that was changed, replaced or not closed since is not trusted', () => {
  open().close();
  const stamp = stampOf(file);
  const content = fs.readFileSync(file);
  const { atime, mtime } = fs.statSync(file);
  fs.writeFileSync(file, content);
  // Even when a tool puts the date back.
  fs.utimesSync(file, atime, mtime);
  expect(stampOf(file)).not.toBe(stamp);
  expect(trusted()).toBe(false);

  open().close();
  expect(trusted()).toBe(true);
  fs.writeFileSync(`${file}-wal`, '');
  expect(trusted()).toBe(false);
});

test('a project in which damage was met is not trusted, and is read through at the next opening', () => {
  open().close();
  const opened = open();
  opened.doubt();
  opened.close();
  expect(state.recall(file)).toBeUndefined();
});

test('a file that was damaged since it was closed is refused', () => {
  open().close();
  const descriptor = fs.openSync(file, 'r+');
  fs.writeSync(descriptor, Buffer.alloc(4096, 0xa5), 0, 4096, fs.statSync(file).size - 4096);
  fs.closeSync(descriptor);
  expect(() => open()).toThrow(expect.objectContaining({ code: 'project-damaged' }));
});

test('a state that cannot be written does not keep a project from being closed', () => {
  const opened = open();
  fs.writeFileSync(path.join(path.dirname(file), 'own'), 'a file where the folder should be');
  expect(opened.close()).toBe(true);
  expect(() => open().close()).not.toThrow();
});
