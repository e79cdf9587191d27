import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '#test/support/test-core.ts';
import { jsonOf, runVerb } from './run-verb.ts';

vi.setConfig({ testTimeout: 120_000 });

test('a package with some transcripts goes out, work comes back, and is merged: all by the command line', async () => {
  const folder = temporaryFolder();
  const run = (...argv: readonly string[]) => runVerb(folder, ...argv);
  await run('sample', 'sample');
  const chosen = ['--transcripts', 'T01', 'T05'];
  const out = jsonOf(
    await run(
      'package',
      'export',
      'sample.crosscase',
      '--for',
      'B',
      ...chosen,
      '--out',
      'task.ccpackage',
      '--json',
    ),
  );
  expect(out).toMatchObject({ ok: true, path: path.join(folder, 'task.ccpackage') });
  const nobody = await run('package', 'export', 'sample.crosscase', '--transcripts', 'T99', '--json');
  expect(nobody.code).toBe(1);
  expect(jsonOf(nobody)).toMatchObject({ ok: false });

  const opened = await run('package', 'open', 'task.ccpackage', 'of-b', '--json');
  expect(jsonOf(opened)).toMatchObject({ ok: true, path: path.join(folder, 'of-b.crosscase') });
  const again = await run('package', 'open', 'task.ccpackage', 'of-b', '--json');
  expect(jsonOf(again)).toMatchObject({ ok: false, error: { code: 'project-exists' } });

  await run('package', 'return', 'of-b.crosscase', '--out', 'work.ccpackage');
  const dry = await run('merge', 'sample.crosscase', 'work.ccpackage', '--dry-run', '--coder', 'A');
  expect(dry.stdout).toMatch(/transcript +2 same .*of 2/);
  expect(dry.stdout).toMatch(/Nothing to merge: all of it is here/);
  const merged = jsonOf(await run('merge', 'sample.crosscase', 'work.ccpackage', '--coder', 'A', '--json'));
  expect(merged).toMatchObject({ ok: true, dryRun: false, changes: false });
  const wrong = await run('merge', 'sample.crosscase', 'task.ccpackage', '--json');
  expect(jsonOf(wrong)).toMatchObject({ ok: false, error: { code: 'package-wrong-kind' } });
});
