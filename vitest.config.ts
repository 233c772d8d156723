import { defineConfig } from 'vitest/config'

/** Without the Remix plugin: tests import modules as they are, and Node resolves the alias. */
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    env: { NODE_ENV: 'test', LOG_LEVEL: 'silent' },
    // To end what hangs, and no measure: a machine that does other things as well takes ten times as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/setup/strict.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/setup/database.ts'],
          setupFiles: ['tests/setup/strict.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/setup/strict.ts', 'tests/setup/dom.ts'],
        },
      },
    ],
  },
})
