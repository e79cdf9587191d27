import { expect, test } from 'vitest';
import { importsOf, sourceFiles, type SourceFile } from '#test/support/source-files.ts';

const files = sourceFiles();

function offenders(isAllowed: (file: SourceFile, name: string) => boolean): readonly string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((name) => !isAllowed(file, name))
      .map((name) => `${file.path} imports ${name}`),
  );
}

const inFolder = ({ path }: SourceFile, folder: string): boolean => path.startsWith(`${folder}/`);

test('the reader of imports sees what there is', () => {
  expect(files.length).toBeGreaterThan(100);
  const core = files.find(({ path }) => path === 'electron/core/core.ts');
  expect(importsOf(core!)).toContain('#shared/contract/client.ts');
});

test('only the desktop host imports electron', () => {
  expect(
    offenders(
      (file, name) =>
        !/^electron(\/|$)/.test(name) || inFolder(file, 'electron/hosts/desktop') || inFolder(file, 'test'),
    ),
  ).toEqual([]);
});

test('shared/ runs anywhere', () => {
  expect(
    offenders(
      (file, name) =>
        !inFolder(file, 'shared') ||
        name === 'zod' ||
        // Plain computing: strings in, lists out.
        (name === 'diff-match-patch-es' && inFolder(file, 'shared/text')) ||
        name.startsWith('.') ||
        name.startsWith('#shared/'),
    ),
  ).toEqual([]);
});

test('the renderer knows the contract and not the core', () => {
  expect(
    offenders(
      (file, name) =>
        !inFolder(file, 'renderer') || !/^(#electron|#test|node:|better-sqlite3|electron)/.test(name),
    ),
  ).toEqual([]);
});

test('only the editors import Lexical', () => {
  expect(
    offenders(
      (file, name) =>
        !/^(lexical|@lexical\/)/.test(name) ||
        inFolder(file, 'renderer/coding/editor') ||
        inFolder(file, 'renderer/memos/editor') ||
        inFolder(file, 'test'),
    ),
  ).toEqual([]);
});

test('hosts hold no domain word: they import the core, the contract and nothing of a capability', () => {
  expect(
    offenders((file, name) => {
      if (!inFolder(file, 'electron/hosts/web') && !inFolder(file, 'electron/hosts/desktop')) return true;
      return (
        !/^#(electron|shared)\//.test(name) ||
        /^#(electron\/(core|hosts)|shared\/(contract|ids|assert))/.test(name)
      );
    }),
  ).toEqual([]);
});
