import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeScratchFolder } from '#electron/core/scratch-folder.ts';
import { temporaryFolder } from '#test/support/test-core.ts';

test('removes what killed runs left behind, and nothing else', () => {
  const parent = temporaryFolder();
  for (const name of [
    'crosscase-11-abcdef',
    'crosscase-22-abcdef',
    'crosscase-test-x',
    'crosscase-11',
    'mine',
  ]) {
    fs.mkdirSync(path.join(parent, name));
    fs.writeFileSync(path.join(parent, name, 'interview.txt'), 'I: Good morning.');
  }
  const made = makeScratchFolder(parent, (pid) => pid === 22);
  expect(fs.readdirSync(parent).toSorted()).toEqual(
    [path.basename(made), 'crosscase-11', 'crosscase-22-abcdef', 'crosscase-test-x', 'mine'].toSorted(),
  );
  expect(fs.statSync(made).mode & 0o077).toBe(0);
});

test('leaves alone what this run and other running ones use', () => {
  const parent = temporaryFolder();
  const first = makeScratchFolder(parent);
  const second = makeScratchFolder(parent);
  expect(fs.readdirSync(parent).toSorted()).toEqual(
    [first, second].map((place) => path.basename(place)).toSorted(),
  );
});
