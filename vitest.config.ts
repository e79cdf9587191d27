import os from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/**/*.test.ts'],
          // One core is left to the browser tests, which run beside these and mostly wait.
          maxWorkers: Math.max(1, os.availableParallelism() - 1),
          // Modules are read once for all files; a test keeps nothing in them that another would notice.
          isolate: false,
          // See electron/hosts/compile-cache.mjs: threads of tests, too, must not abort the process.
          execArgv: ['--wasm-wrapper-tiering-budget=1073741824'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One file at a time: two starve each other on a small machine, and then keys outrun the page.
          fileParallelism: false,
          // A real browser on a busy machine may miss a moment; what is broken fails every time.
          retry: 2,
          globalSetup: ['test/e2e/prepare-run.ts'],
        },
      },
    ],
  },
});
