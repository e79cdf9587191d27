import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { REPOSITORY, temporaryFolder } from '#test/support/test-core.ts';
import { jsonOf, runVerb } from './run-verb.ts';

vi.setConfig({ testTimeout: 120_000 });

const GUIDE = path.join(REPOSITORY, 'electron/sample-study/data/interview-guide.json');
const INTERVIEW = `## Background

I: What do you teach, and since when?

T01: Dutch, since ten years.

I: Why do you take part in networks?

T01: To learn.
`;

test('structures, codes by structure, and hands out the table of participants', async () => {
  const folder = temporaryFolder();
  const verb = (...argv: string[]) => runVerb(folder, ...argv);
  await verb('new', 'study', '--title', 'Teachers', '--coder', 'Anna');
  fs.writeFileSync(path.join(folder, 'T01.txt'), INTERVIEW);
  fs.writeFileSync(path.join(folder, 'people.csv'), 'code,age,school\nT01,45,S1\n');
  await verb('participants', 'study.crosscase', 'people.csv', '--site', 'school');
  await verb('import', 'study.crosscase', 'T01.txt');
  await verb('codebook', 'import', 'study.crosscase', 'networks and motives');

  const written = JSON.parse(fs.readFileSync(GUIDE, 'utf8')) as { parts: { questions: string[] }[] };
  const questions = written.parts.flatMap((part) => part.questions).length;
  expect(jsonOf(await verb('guide', 'import', 'study.crosscase', GUIDE, '--json'))).toEqual({
    ok: true,
    parts: written.parts.length,
    questions,
  });
  const question = 'Why do you take part, or not?';
  const code = 'Professional growth';
  const matched = await verb('guide', 'match', 'study.crosscase');
  expect(matched.stdout).toMatch(/^T01 +1 question .*not found: /);
  const found = await verb('code-by', 'study.crosscase', code, 'question', question, '--json');
  expect(jsonOf(found)).toMatchObject({ ok: true, passages: 1, transcripts: 1, already: 0 });

  const spoken = await verb('code-by', 'study.crosscase', code, 'speaker', 't01');
  expect(spoken).toEqual({ code: 0, stdout: '2 passages in 1 transcript.\n', stderr: '' });
  const nobody = await verb('code-by', 'study.crosscase', code, 'speaker', 'T99', '--json');
  expect(nobody.code).toBe(1);
  expect(jsonOf(nobody)).toMatchObject({ ok: false, error: { code: 'name-unknown' } });
  expect((await verb('code-by', 'study.crosscase', code, 'mood', 'good')).code).toBe(2);

  const exported = await verb('export-participants', 'study.crosscase', '--format', 'csv', '--json');
  const { path: place } = jsonOf(exported) as { path: string };
  expect(path.dirname(place)).toBe(folder);
  expect(fs.readFileSync(place, 'utf8').replace('\ufeff', '').split(/\r?\n/)[1]).toMatch(/^T01.*45/);
  const twice = await verb('export-participants', 'study.crosscase', '--format', 'csv', '--json');
  expect(jsonOf(twice)).toMatchObject({ ok: false, error: { code: 'project-exists' } });
});
