import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '#test/support/test-core.ts';
import { jsonOf, runVerb } from './run-verb.ts';

vi.setConfig({ testTimeout: 120_000 });

test('a project goes out and comes back by the command line, with its losses as JSON', async () => {
  const folder = temporaryFolder();
  await runVerb(folder, 'sample', 'sample');
  const out = jsonOf(
    await runVerb(folder, 'exchange', 'export', 'sample.crosscase', '--out', 'sample.qdpx', '--json'),
  ) as Readonly<Record<string, unknown>>;
  expect(out).toMatchObject({ ok: true, path: path.join(folder, 'sample.qdpx') });
  const losses = jsonOf(await runVerb(folder, 'exchange', 'report', 'sample.crosscase', '--json'));
  expect(losses).toMatchObject({ ok: true, format: 'qdpx', losses: out['losses'] });

  const made = jsonOf(
    await runVerb(folder, 'exchange', 'import', 'back', 'sample.qdpx', '--new', '--coder', 'A', '--json'),
  );
  expect(made).toMatchObject({ ok: true, project: path.join(folder, 'back.crosscase') });
  const dry = await runVerb(folder, 'exchange', 'import', 'back.crosscase', 'sample.qdpx', '--dry-run');
  expect(dry.stdout).toMatch(/codings +1318 +0 +1318 +0 +0/);
  expect(dry.stdout).toMatch(/Nothing was stored/);

  fs.writeFileSync(
    path.join(folder, 'coded.csv'),
    'case,code,quote\nT01,Brand new,I: \nT99,Brand new,nothing at all\n',
  );
  const segments = jsonOf(
    await runVerb(folder, 'exchange', 'segments', 'back.crosscase', 'coded.csv', '--near', '--json'),
  );
  expect(segments).toMatchObject({
    ok: true,
    added: 1,
    newCodes: ['Brand new'],
    rows: [{ line: 2 }, { outcome: 'no source' }],
  });

  fs.writeFileSync(path.join(folder, 'bad.qdpx'), 'no archive');
  const refused = await runVerb(folder, 'exchange', 'import', 'back.crosscase', 'bad.qdpx', '--json');
  expect(refused.code).toBe(1);
  expect(jsonOf(refused)).toMatchObject({ ok: false, error: { code: 'archive-refused' } });
});
