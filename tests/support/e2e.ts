import { test as base, type Browser, type ConsoleMessage, type Page } from '@playwright/test'

import { DEMO_PASSWORD, STAFF, type StaffKey } from '#app/domain/demo/people.ts'

import { startApp, type AppServer } from './app-server.ts'
import { createDatabase, dropDatabase } from './cluster.ts'

export { expect } from '@playwright/test'

type PerWorker = {
  /** What the app holds: `test.use({ company: 'empty' })` at the top of a file for a first start. */
  company: 'demo' | 'empty'
  /** The built app on a copy of its own, shared by the tests of a file one after the other. */
  app: AppServer
}

/**
 * `test` on the built app. A complaint in the console, a refusal by the content security policy
 * included, or an uncaught error fails the test.
 */
export const test = base.extend<{ quiet: undefined }, PerWorker>({
  company: ['demo', { scope: 'worker', option: true }],
  app: [
    async ({ company }, use, { workerIndex }) => {
      const cluster = process.env['E2E_CLUSTER_URL'] ?? ''
      const name = `e2e_worker_${workerIndex}`
      const url = await createDatabase(cluster, name, `e2e_${company}`)
      const app = await startApp({ DATABASE_URL: url, LIMIT_SUBMIT: '1000', LIMIT_SIGN_IN: '1000' })
      await use(app)
      await app.stop()
      await dropDatabase(cluster, name)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ app }, use) => use(app.url),
  quiet: [
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('page', (page: Page) => {
        page.on('pageerror', (error) => complaints.push(String(error)))
        page.on('console', (message) => {
          if (isComplaint(message)) complaints.push(message.text())
        })
      })
      await use(undefined)
      if (complaints.length > 0) throw new Error(`The console says:\n${complaints.join('\n')}`)
    },
    { auto: true },
  ],
})

/** The browser reports every refused answer as an error of its own; tests look at the page for those. */
function isComplaint(message: ConsoleMessage): boolean {
  const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/
  return ['error', 'warning'].includes(message.type()) && !refusal.test(message.text())
}

/** Signs in by the form, and waits until the first page is there. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/login')
}

/** A browser of its own in which somebody of the demo company has signed in. */
export async function pageOf(
  browser: Browser,
  baseURL: string,
  who: StaffKey,
  viewport?: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ baseURL, ...(viewport && { viewport }) })
  const page = await context.newPage()
  await signIn(page, STAFF[who].email, DEMO_PASSWORD)
  return page
}
