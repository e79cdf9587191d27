import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const { findRuntime, reasonForBrowser } = await import('../../electron/hosts/electron-runtime.ts');

const machine = { platform: process.platform, env: process.env, userId: process.getuid?.() ?? null };
const runtime = findRuntime(path.join(root, 'node_modules/electron'), process.env);
const reason = runtime === null ? 'the Electron runtime is not on this machine' : reasonForBrowser(machine);

if (reason !== null) {
  console.log(`The desktop window was not tested: ${reason}.`);
  process.exit(0);
}

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'e2e', 'test/e2e/desktop.e2e.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CROSSCASE_TEST_DESKTOP: '1' },
  },
);
process.exit(status ?? 1);
