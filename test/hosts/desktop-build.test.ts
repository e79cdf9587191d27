import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildDesktopIfStale, buildRendererIfStale } from '#electron/hosts/build-steps.ts';
import { temporaryFolder } from '#test/support/test-core.ts';

test(
  'the built desktop program opens a project, and finds its worker beside it',
  { timeout: 120_000 },
  async () => {
    await buildRendererIfStale();
    await buildDesktopIfStale();
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(import.meta.dirname, 'run-built-desktop.ts')],
      {
        encoding: 'utf8',
        env: { ...process.env, CROSSCASE_CONFIG: temporaryFolder(), CROSSCASE_DOCUMENTS: temporaryFolder() },
        timeout: 60_000,
      },
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      page: 'app://crosscase/',
      exported: { name: expect.stringMatching(/\.xlsx$/) as string, bytes: expect.any(Number) as number },
    });
  },
);
