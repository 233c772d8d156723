import { defineConfig, devices } from '@playwright/test'

import { findChromium } from './.ci/chromium.mjs'

const executablePath = await findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/setup/browser.ts',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        // Its sandbox needs an account that is not root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
