import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two files at a time, in one browser: a machine of two cores is busy with them, and not more than that.
          maxWorkers: 2,
          // A real browser on a busy machine may miss a moment once; what is broken fails twice.
          retry: 1,
          globalSetup: ['test/e2e/prepare-run.ts'],
        },
      },
    ],
  },
});
