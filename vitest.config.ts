import { defineConfig } from 'vitest/config'

/** `unit` is pure and fast; `integration` (*.itest.ts) starts the embedded engines or uses the servers it is given. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/server/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          environment: 'node',
          // Threads start faster than processes; every file still has one of its own.
          pool: 'threads',
          // Property tests on a busy two-core machine; a hang is still found.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/*/src/**/*.itest.ts', 'apps/server/src/**/*.itest.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
