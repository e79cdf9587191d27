import fs from 'node:fs';
import path from 'node:path';
import readXlsx from 'read-excel-file/node';
import { expect, test, vi } from 'vitest';
import { REPOSITORY, temporaryFolder } from '#test/support/test-core.ts';
import { jsonOf, runVerb } from './run-verb.ts';

/** Each verb starts a program, which takes its time on a machine that is busy with other tests. */
vi.setConfig({ testTimeout: 120_000 });

const SAMPLE = path.join(REPOSITORY, 'electron/sample-study/data');
const transcript = (code: string): string => path.join(SAMPLE, 'transcripts', `${code}.txt`);

test('goes from files to a checked project, verb by verb', async () => {
  const folder = temporaryFolder();
  const made = await runVerb(folder, 'new', 'study', '--title', 'Teachers', '--coder', 'Anna');
  expect(made).toEqual({ code: 0, stdout: `Made “Teachers”: ${folder}/study.crosscase\n`, stderr: '' });

  const people = await runVerb(
    folder,
    'participants',
    'study.crosscase',
    path.join(SAMPLE, 'participants.csv'),
  );
  expect(people.stdout).toBe('25 participants added, 0 updated, 9 attributes added.\n');

  const looked = await runVerb(folder, 'import', 'study.crosscase', transcript('T01'), '--dry-run');
  expect(looked).toMatchObject({ code: 0, stderr: '' });
  expect(looked.stdout).toMatch(/^T01\.txt {2}T01 {2}.*words .*turns .*3 sections\nNothing was stored/);

  const first = await runVerb(folder, 'import', 'study.crosscase', transcript('T01'), transcript('T02'));
  expect(first.stdout).toBe('Imported 2 transcripts.\n');
  const again = await runVerb(
    folder,
    'import',
    'study.crosscase',
    transcript('T02'),
    transcript('T03'),
    '--json',
  );
  expect(jsonOf(again)).toMatchObject({
    ok: true,
    imported: [{ fileName: 'T03.txt', participant: 'T03' }],
    leftOut: [{ fileName: 'T02.txt', duplicateOf: 'T02' }],
  });

  const codebook = await runVerb(
    folder,
    'codebook',
    'import',
    'study.crosscase',
    'networks and motives',
    '--json',
  );
  expect(jsonOf(codebook)).toEqual({ ok: true, added: 47, kept: 0 });

  const none = await runVerb(folder, 'matrix', 'list', 'study.crosscase');
  expect(none.stdout).toBe('There is no matrix yet.\n');
  expect(await runVerb(folder, 'check', 'study.crosscase')).toEqual({
    code: 0,
    stdout: 'The project file is sound.\n',
    stderr: '',
  });
});

test('exports a matrix of the sample study, by name, to where one says', async () => {
  const folder = temporaryFolder();
  const sample = await runVerb(folder, 'sample', 'sample.crosscase', '--json');
  expect(jsonOf(sample)).toMatchObject({ ok: true, coders: ['A', 'B', 'C'], counts: { codings: 1318 } });

  const listed = await runVerb(folder, 'matrix', 'list', 'sample.crosscase');
  expect(listed.stdout).toBe(
    'Teachers × themes  7 columns  175 summaries\nTeachers, reduced  3 columns  0 summaries\n',
  );

  const xlsx = await runVerb(
    folder,
    'matrix',
    'export',
    'sample.crosscase',
    'teachers × themes',
    '--coder',
    'a',
  );
  expect(xlsx).toMatchObject({ code: 0, stderr: '' });
  const sheets = await readXlsx(path.join(folder, 'Teachers × themes.xlsx'));
  expect(sheets.find(({ sheet }) => sheet === 'Fragments')!.data).toHaveLength(721);

  const csv = await runVerb(
    folder,
    'matrix',
    'export',
    'sample.crosscase',
    'Teachers × themes',
    '--format',
    'csv',
    '--out',
    'm.zip',
    '--json',
  );
  expect(jsonOf(csv)).toEqual({
    ok: true,
    path: path.join(folder, 'm.zip'),
    bytes: fs.statSync(path.join(folder, 'm.zip')).size,
    warnings: [expect.stringMatching(/^Warning: school, age, .* fit 25 cases alone: T01, /)],
  });

  // Nobody edited it: there is nothing to take, and nothing to decide.
  const back = await runVerb(
    folder,
    'matrix',
    'import-summaries',
    'sample.crosscase',
    'Teachers × themes.xlsx',
  );
  expect(back).toEqual({
    code: 0,
    stdout: 'Took 0 cells of “Teachers × themes” from Teachers × themes.xlsx.\n',
    stderr: '',
  });

  const taken = await runVerb(
    folder,
    'matrix',
    'export',
    'sample.crosscase',
    'Teachers × themes',
    '--out',
    'm.zip',
  );
  expect(taken.code).toBe(1);
  expect(taken.stderr).toContain('A file with that name is already there.');
  const written = await runVerb(
    folder,
    'matrix',
    'export',
    'sample.crosscase',
    'Teachers × themes',
    '--out',
    'm.zip',
    '--overwrite',
  );
  expect(written.code).toBe(0);
  // Nothing of the work in between stays behind.
  expect(fs.readdirSync(folder).filter((name) => name.startsWith('crosscase-'))).toEqual([]);
});

test('refuses with a sentence and what to do, and exit code 1', async () => {
  const folder = temporaryFolder();
  await runVerb(folder, 'new', 'study', '--coder', 'Anna');
  expect(await runVerb(folder, 'matrix', 'export', 'study.crosscase', 'Nothing')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'There is no matrix called “Nothing”.\nThere is none at all yet.\n',
  });
  const coder = await runVerb(
    folder,
    'import',
    'study.crosscase',
    transcript('T01'),
    '--coder',
    'Bram',
    '--json',
  );
  expect(coder).toMatchObject({ code: 1, stderr: '' });
  expect(jsonOf(coder)).toEqual({
    ok: false,
    error: {
      code: 'name-unknown',
      detail: { what: 'coder', name: 'Bram', known: ['Anna'] },
      title: 'There is no coder called “Bram”.',
      advice: 'There is: Anna.',
    },
  });
  fs.writeFileSync(path.join(folder, 'bad.txt'), Buffer.from([0, 1, 2, 3, 0, 255]));
  const bad = await runVerb(folder, 'import', 'study.crosscase', transcript('T01'), 'bad.txt', '--json');
  expect(bad.code).toBe(1);
  expect(jsonOf(bad)).toMatchObject({
    ok: false,
    error: { code: 'file-binary', detail: { name: 'bad.txt' } },
  });
  const after = await runVerb(folder, 'import', 'study.crosscase', transcript('T01'), '--dry-run', '--json');
  expect(jsonOf(after)).toMatchObject({ files: [{ fileName: 'T01.txt', duplicateOf: null }] });
});

test('wrong usage is exit code 2, with help on stderr and JSON on stdout', async () => {
  const folder = temporaryFolder();
  const unknown = await runVerb(folder, 'fly', '--json');
  expect(unknown.code).toBe(2);
  expect(jsonOf(unknown)).toEqual({
    ok: false,
    error: { code: 'usage', title: "error: unknown command 'fly'" },
  });
  const missing = await runVerb(folder, 'import', 'study.crosscase');
  expect(missing).toMatchObject({ code: 2, stdout: '' });
  expect(missing.stderr).toContain("missing required argument 'files'");
  const format = await runVerb(folder, 'matrix', 'export', 'a', 'b', '--format', 'pdf');
  expect(format).toMatchObject({ code: 2, stdout: '' });
  const help = await runVerb(folder, '--help');
  expect(help).toMatchObject({ code: 0, stderr: '' });
  for (const verb of ['new', 'import', 'participants', 'codebook', 'matrix', 'check', 'sample', 'demo']) {
    expect(help.stdout).toContain(`\n  ${verb} `);
  }
});

test('check finds damage and says so with exit code 1', async () => {
  const folder = temporaryFolder();
  await runVerb(folder, 'new', 'study', '--coder', 'Anna');
  const file = path.join(folder, 'study.crosscase');
  const truncated = fs.readFileSync(file).subarray(0, 8192);
  fs.writeFileSync(file, truncated);
  const checked = await runVerb(folder, 'check', 'study.crosscase', '--json');
  expect(checked.code).toBe(1);
  expect(jsonOf(checked)).toMatchObject({ ok: false, error: { code: 'project-damaged' } });
});

test('the demo does the whole main job and prints where', async () => {
  const folder = temporaryFolder();
  const ran = await runVerb(folder, 'demo');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain('25 interviews of 25 participants, 47 codes, 1,318 codings by 3 coders.');
  expect(ran.stdout).toContain('25 cases × 7 columns, 175 summaries, 720 fragments counted');
  const place = path.join(folder, 'demo/run-1');
  expect(ran.stdout).toContain(path.join(place, 'Teachers × themes.xlsx'));
  expect(
    fs
      .readdirSync(place)
      .filter((name) => !name.endsWith('-lock'))
      .toSorted(),
  ).toEqual(['Sample study.crosscase', 'Teachers × themes.xlsx', 'Teachers × themes.zip']);
  const again = await runVerb(folder, 'demo', '--out', 'demo', '--json');
  expect(jsonOf(again)).toMatchObject({
    ok: true,
    xlsx: path.join(folder, 'demo/run-2/Teachers × themes.xlsx'),
    matrix: { cases: 25, columns: 7, summaries: 175 },
  });
});

test('measures agreement: a table for people, everything for programs, and refusals with a way out', async () => {
  const folder = temporaryFolder();
  await runVerb(folder, 'sample', 'sample');
  const table = await runVerb(folder, 'agreement', 'sample.crosscase', '--coders', 'A', 'B');
  expect(table).toMatchObject({ code: 0, stderr: '' });
  expect(table.stdout).toMatch(
    /^A, B: 16 transcripts, 332 turns; turns, a code counts with any overlap; without the interviewer/,
  );
  expect(table.stdout).toMatch(/› Time +\d+ +\d+ +[\d.]+ % +0\.\d{3} +0\.\d{3} +0\.\d{3} to 0\.\d{3}/);
  const three = jsonOf(
    await runVerb(
      folder,
      'agreement',
      'sample.crosscase',
      '--units',
      'sentences',
      '--rule',
      'at least half',
      '--json',
    ),
  ) as { agreement: { result: { groups: readonly { coders: readonly number[] }[] } } };
  expect(three.agreement.result.groups.map(({ coders }) => coders)).toEqual([
    [0, 1, 2],
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  const unknown = await runVerb(folder, 'agreement', 'sample.crosscase', '--coders', 'A', 'Z');
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain('There is: A; B; C.');
});
