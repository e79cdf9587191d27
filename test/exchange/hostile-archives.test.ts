import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { dumpProject } from '#test/support/dump-project.ts';
import { startStudy } from '#test/support/test-core.ts';
import { projectXml, qdpxFile } from './foreign-files.ts';

/** Rewrites a name inside a finished archive; both have the same length. */
function renamed(archive: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(archive).toString('latin1').replaceAll(from, to);
  return Buffer.from(text, 'latin1');
}

const GOOD = projectXml(
  '<CodeBook><Codes><Code guid="00000000-0000-4000-8000-000000000001" name="A" isCodable="true"/></Codes></CodeBook>',
);

const HOSTILE: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  [
    'a path out of the folder',
    () =>
      renamed(
        qdpxFile(GOOD, { 'sources/a/b.txt': 'x' }),
        'sources/a/b.txt',
        '../../../../b.txt'.slice(0, 15),
      ),
    /directory|path/i,
  ],
  [
    'a symbolic link',
    () =>
      zipSync({
        'project.qde': strToU8(GOOD),
        'sources/l.txt': [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
      }),
    /symbolic link/,
  ],
  [
    'a bomb',
    () => zipSync({ 'project.qde': [new Uint8Array(64 * 2 ** 20).fill(32), { level: 9 }] }),
    /150 times/,
  ],
  ['a cut archive', () => qdpxFile(GOOD).slice(0, 90), /whole ZIP archive/],
  ['an archive without a project', () => zipSync({ 'readme.txt': strToU8('hello') }), /no project/],
  [
    'entities',
    () => qdpxFile(`<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "b">]><Project name="&a;"/>`),
    /document type/,
  ],
  [
    'an entity that nobody declared',
    () => qdpxFile('<?xml version="1.0"?><Project name="&xxe;"/>'),
    /entity/i,
  ],
  ['XML that ends too early', () => qdpxFile(GOOD.slice(0, -20)), /./],
  ['another root', () => qdpxFile('<?xml version="1.0"?><html/>'), /no REFI-QDA project/],
  ['nesting without end', () => qdpxFile(projectXml('<Code>'.repeat(600))), /nested more than 500/],
  [
    'elements without end',
    () =>
      zipSync({ 'project.qde': [strToU8(`<Project>${'<a/>'.repeat(3_000_001)}</Project>`), { level: 0 }] }),
    /3,000,000 elements/,
  ],
  [
    'an attribute of forty million letters',
    () => zipSync({ 'project.qde': [strToU8(`<Project name="${'ab'.repeat(20_000_000)}"/>`), { level: 0 }] }),
    /32 million/,
  ],
];

test.each(HOSTILE)('%s is refused with the reason, and nothing is changed', async (_what, make, reason) => {
  const study = await startStudy();
  const file = `${study.folder}/study.crosscase`;
  const before = dumpProject(file);
  const error: unknown = await study.api.exchange
    .import({ file: study.offer('hostile.qdpx', make()) })
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: expect.stringMatching(/^(archive-refused|xml-invalid)$/) });
  expect(JSON.stringify((error as { detail: unknown }).detail)).toMatch(reason);
  expect(dumpProject(file)).toEqual(before);
});
