import { defineConfig } from 'vitest/config';

/** Two projects: everything that runs in Node, and the end-to-end tests in a real Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/bench/**', 'test/soak/**'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          // One process for all of them: loading the core and the browser's driver anew took a tenth of the time. Every
          // test opens an office of its own.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // docs/decisions/0150: a busy machine may hold up a browser; what fails twice is a fault.
          retry: 1,
        },
      },
    ],
  },
});
