import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { DEMO_PASSWORD, STAFF, type StaffKey } from '#app/domain/demo/people.ts'
import { expect, signIn, test } from '#tests/support/e2e.ts'

test.use({ company: 'demo' })

const PAGES: Readonly<Partial<Record<StaffKey, readonly string[]>>> = {
  tomas: [
    '/triage',
    '/triage/disagreements',
    '/triage/response-times',
    '/backlog',
    '/backlog?line=platform&status=shipped',
    '/publications',
    '/publications/new',
    '/publications/1',
    '/publications/1/links',
    '/profiles',
    '/profiles/1',
    '/profiles/1/accounts',
    '/profiles/new?line=platform',
    '/items/1',
    '/items/1/edit',
    '/items/new',
    '/backlog/items/1',
    '/accounts',
    '/accounts/1',
    '/imports',
    '/imports/new',
    '/search?q=sso',
    '/me',
    '/nowhere',
  ],
  selin: ['/requests/new', '/my-requests', '/requests/1', '/accounts/new', '/triage'],
}

async function findings(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${path}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const who of ['tomas', 'selin'] as const) {
    test(`axe finds nothing on the pages of ${who}, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(300_000)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await signIn(page, STAFF[who].email, DEMO_PASSWORD)
      const found: string[] = []
      for (const path of PAGES[who] ?? []) found.push(...(await findings(page, path)))
      expect(found).toEqual([])
    })
  }
}

test('axe finds nothing at the door', async ({ page }) => {
  const found = [...(await findings(page, '/login')), ...(await findings(page, '/reset'))]
  expect(found).toEqual([])
})
