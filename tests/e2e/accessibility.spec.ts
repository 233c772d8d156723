import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { ADMIN, DEMO_PASSWORD, STAFF, type DemoPerson } from '#app/domain/demo/people.ts'
import { expect, signIn, test } from '#tests/support/e2e.ts'
import { pagePatterns } from '#tests/support/pages.ts'

test.use({ company: 'demo' })
test.describe.configure({ mode: 'parallel' })

/** Who opens which pages: the first whose pattern fits. */
const READERS: readonly (readonly [who: DemoPerson | null, pages: RegExp])[] = [
  [null, /^\/(login|setup|reset|invitations|p\/)/],
  [ADMIN, /^\/(people|settings|audit|imports)\b/],
  [
    STAFF.maren,
    /^\/(accounts|claims|requests\/new|requests\/:id\/(edit|reply|evidence)|my-requests)\b/,
  ],
  [STAFF.jonas, /^\/(items|triage|backlog)\b/],
  [STAFF.tomas, /^/],
]

/** Where a page has its subject, when number 1 is none. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  '/invitations/:token': ['/invitations/expired'],
  '/reset/:token': ['/reset/expired'],
  '/p/:token': ['/p/expired'],
  '/search': ['/search', '/search?q=sso'],
  '/backlog': ['/backlog', '/backlog?status=shipped', '/backlog?q=nothing+fits'],
  '/backlog/items/:id': ['', 'requests', 'history', 'discussion'].map(
    (tab) => `/backlog/items/1?tab=${tab}`,
  ),
  '/accounts/:accountId/opportunities/:opportunityId/edit': ['/accounts/1/opportunities/22/edit'],
  '/settings/attributes/:key': ['/settings/attributes/erp_integration'],
  '/triage/:id': ['/triage/397'],
  '/triage/bulk': ['/triage/bulk?id=397&id=396'],
  '/requests/:id/unlink': ['/requests/1/unlink'],
  '/requests/:id/unmerge': ['/requests/17/unmerge'],
  '/requests/:id/reopen': ['/requests/6/reopen'],
  '/requests/:id/settlement': ['/requests/40/settlement'],
  '/requests/:id/commercial': ['/requests/394/commercial'],
  '/requests/:id/reply': ['/requests/391/reply'],
  '/claims/:personId': ['/claims/3'],
  '/profiles/new': ['/profiles/new?line=platform'],
  '/profiles/:id/preview': ['/profiles/3/preview', '/profiles/1/preview'],
  '/profiles/:id/comments': ['/profiles/3/comments'],
  '/profiles/:id/compare': ['/profiles/3/compare', '/profiles/1/compare'],
  '/profiles/:id/drift': ['/profiles/1/drift', '/profiles/3/drift'],
  '/profiles/:id/edit': ['/profiles/3/edit'],
  '/profiles/:id/page': ['/profiles/1/page', '/profiles/3/page'],
  '/profiles/:id/accounts': ['/profiles/1/accounts', '/profiles/1/accounts?close=better'],
  '/profiles/:id/withdrawal': ['/profiles/3/withdrawal'],
  '/profiles/:id/approval': ['/profiles/3/approval'],
  '/profiles/:id/rejection': ['/profiles/3/rejection'],
  '/polls/new': ['/polls/new?line=platform'],
  '/polls/:id': ['/polls/3'],
  '/polls/:id/points': ['/polls/3/points'],
  '/polls/:id/results': ['/polls/2/results', '/polls/3/results'],
  '/polls/:id/closing': ['/polls/3/closing'],
  '/model/what-if': [
    '/model/what-if',
    '/model/what-if?severity.critical=0.15&account=1&health=20',
    '/model/what-if?severity.blocker=0.05&account=Nobody',
  ],
  '/publications/new': ['/publications/new?line=platform'],
  '/*': ['/nowhere'],
}

/** A request that waits in the inbox, for the decisions on it. */
const NEW_REQUEST = '397'
const DECISION = /^\/requests\/:id\/(?!edit|reply)/

/** Pages that say what is not there. */
const REFUSED = new Set(['/p/expired', '/nowhere'])

function addressesOf(pattern: string): readonly string[] {
  const number = DECISION.test(pattern) ? NEW_REQUEST : '1'
  return ADDRESSES[pattern] ?? [pattern.replace(/:\w+/g, number)]
}

function pagesOf(who: DemoPerson | null): string[] {
  return pagePatterns()
    .filter((pattern) => READERS.find(([, pages]) => pages.test(pattern))?.[0] === who)
    .flatMap(addressesOf)
}

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** One load of a page, looked at on a desk in the light, then for its contrast in the dark, then on a phone. */
async function findings(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(DESK)
  const answer = await page.goto(path)
  await page.waitForLoadState('networkidle')
  const axe = () => new AxeBuilder({ page })
  const light = await axe().analyze()
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await axe().withRules('color-contrast').analyze()
  await page.setViewportSize(PHONE)
  const phone = await axe().analyze()
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [
    ...(answer?.ok() === REFUSED.has(path) ? [`${path}: answered ${answer.status()}`] : []),
    ...Object.entries({ light, dark, phone }).flatMap(([where, { violations }]) =>
      violations.map(
        ({ id, nodes }) =>
          `${path}, ${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      ),
    ),
    ...(sideways > 0 ? [`${path}, phone: scrolls sideways by ${sideways} px`] : []),
  ]
}

/** The demo company comes without imports. */
async function importAFile(page: Page): Promise<void> {
  await page.goto('/imports/new')
  await page.getByRole('radio', { name: /Accounts/ }).check()
  await page.getByLabel('File').setInputFiles({
    name: 'accounts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('id,name\n1,Rhône Textiles\n2,\n'),
  })
  await page.getByRole('button', { name: 'Upload' }).click()
  await page.waitForURL(/\/imports\/1$/)
}

for (const [who] of READERS) {
  test(`axe finds nothing on the pages of ${who?.name ?? 'whoever is not signed in'}`, async ({
    page,
  }) => {
    const paths = pagesOf(who)
    test.setTimeout(paths.length * 20_000)
    if (who) await signIn(page, who.email, DEMO_PASSWORD)
    if (who === ADMIN) await importAFile(page)
    const found: string[] = []
    for (const path of paths) found.push(...(await findings(page, path)))
    expect(found).toEqual([])
  })
}
