import type { Browser, Page } from '@playwright/test'

import { DEMO_PASSWORD, STAFF, type StaffKey } from '#app/domain/demo/people.ts'
import { expect, signIn, test } from '#tests/support/e2e.ts'

test.use({ company: 'demo' })

/** A page of somebody of the demo company, signed in, with cookies of its own. */
async function pageOf(browser: Browser, url: string, who: StaffKey): Promise<Page> {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  await signIn(page, STAFF[who].email, DEMO_PASSWORD)
  return page
}

const ACCOUNTS = [
  'external_id,name,domain,arr,currency,renewal_date,lifecycle,health,industry',
  `901,Kuzey Gıda AŞ,kuzeygida.example,180000,EUR,${inDays(120)},active,yellow,Retail`,
  `902,Ilgaz Market,ilgaz.example,2400000,TRY,${inDays(200)},active,green,Retail`,
].join('\r\n')

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** Submits a request and finds it among one's own. Returns its number. */
async function submit(page: Page, account: string, words: string): Promise<string> {
  await page.goto('/requests/new')
  await page.getByLabel('Account', { exact: true }).fill(account)
  await page.getByRole('option', { name: new RegExp(account) }).click()
  await expect(page.getByRole('button', { name: 'Choose another account' })).toBeVisible()
  await page.getByLabel('What did they say?').fill(words)
  await page.getByLabel('Product line').selectOption('Platform')
  await page.getByRole('radio', { name: /Critical/ }).check()
  await page.getByRole('button', { name: /Submit request/ }).click()
  await expect(page).not.toHaveURL(/\/requests\/new/)
  await page.goto('/my-requests')
  await page
    .getByRole('link', { name: words.replace(/\.$/, '') })
    .first()
    .click()
  await expect(page).toHaveURL(/\/requests\/\d+/)
  return /\/requests\/(\d+)/.exec(page.url())?.[1] ?? ''
}

test('from a CRM export to a published, prioritized backlog', async ({ browser, app }) => {
  test.setTimeout(180_000)
  const lead = await pageOf(browser, app.url, 'maren')
  await lead.goto('/imports/new')
  await lead.getByRole('radio', { name: /Accounts/ }).check()
  await lead.getByLabel('File').setInputFiles({
    name: 'crm.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(ACCOUNTS, 'utf8'),
  })
  await lead.getByRole('button', { name: 'Upload' }).click()
  await lead.getByRole('button', { name: 'Check the file' }).click()
  await lead.getByRole('button', { name: /^Apply/ }).click({ timeout: 30_000 })
  await expect(lead.getByRole('button', { name: 'Undo this import' })).toBeVisible({
    timeout: 30_000,
  })

  const csm = await pageOf(browser, app.url, 'selin')
  const words = 'Cold chain officers need pallet temperature alarms before the summer.'
  const number = await submit(csm, 'Kuzey Gıda AŞ', words)

  const pm = await pageOf(browser, app.url, 'jonas')
  await pm.goto(`/triage/${number}?decide=item`)
  await pm.getByLabel('Title', { exact: true }).fill('Pallet temperature alarms')
  await pm.getByRole('button', { name: 'Make the item and link' }).click()
  await expect(pm.getByRole('button', { name: 'Undo' })).toBeVisible()

  await pm.goto('/backlog?line=platform&q=Pallet temperature alarms')
  const row = pm.getByRole('row').filter({ hasText: 'Pallet temperature alarms' })
  await expect(row).toHaveCount(1)
  await row.getByRole('link').first().click()
  const panel = pm.getByRole('complementary', { name: 'Pallet temperature alarms' })
  await expect(panel.getByText('Kuzey Gıda AŞ').first()).toBeVisible()
  await expect(panel.getByText(/Contract €180,000, renewal on/)).toBeVisible()

  const head = await pageOf(browser, app.url, 'tomas')
  await head.goto('/publications/new?line=platform')
  await head.getByLabel('Title').fill('Autumn backlog')
  await head.getByRole('button', { name: /^Publish no\./ }).click()
  await expect(head.getByRole('heading', { name: 'Autumn backlog' })).toBeVisible()
  await expect(head.getByText('Pallet temperature alarms').first()).toBeVisible()

  await head.getByRole('link', { name: 'Share' }).click()
  await head.getByRole('button', { name: 'Make a link' }).click()
  const link = await head.getByLabel('Secret link').inputValue()

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(link)
  await expect(stranger.getByText('Pallet temperature alarms').first()).toBeVisible()
  const text = (await stranger.locator('body').textContent()) ?? ''
  expect(text).not.toContain('Kuzey')
  expect(text).not.toContain('€')

  await head.getByRole('button', { name: 'Revoke' }).first().click()
  // Before, the row says “until revoked”.
  await expect(head.getByRole('cell', { name: 'revoked', exact: true })).toBeVisible()
  expect((await stranger.goto(link))?.status()).toBe(404)

  await csm.goto('/my-requests')
  await expect(csm.getByText('Pallet temperature alarms').first()).toBeVisible()
})

test('the second of two PMs on one request is told, and their words stay', async ({
  browser,
  app,
}) => {
  const csm = await pageOf(browser, app.url, 'emre')
  const words = 'Drivers want to sign with a finger on the glass screen.'
  const number = await submit(csm, 'Anadolu Lojistik', words)

  const [first, second] = [
    await pageOf(browser, app.url, 'jonas'),
    await pageOf(browser, app.url, 'priya'),
  ]
  for (const page of [first, second]) await page.goto(`/triage/${number}?decide=decline`)
  for (const page of [first, second]) {
    await page.getByLabel('Reason').selectOption({ index: 1 })
    await page.getByLabel('Words for the customer').fill('Not this year, sorry.')
  }
  await first.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(first.getByRole('button', { name: 'Undo' })).toBeVisible()
  await second.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(second.getByText(/Jonas Weber/).first()).toBeVisible()
  await expect(second.getByLabel('Words for the customer')).toHaveValue('Not this year, sorry.')

  await first.getByRole('button', { name: 'Undo' }).click()
  await expect(first.getByText(`REQ-${number}, in triage`)).toBeVisible()
})

test('whoever lacks a right is refused, and sees no revenue', async ({ browser, app }) => {
  const csm = await pageOf(browser, app.url, 'selin')
  expect((await csm.goto('/triage'))?.status()).toBe(403)
  expect((await csm.goto('/publications/new'))?.status()).toBe(403)
  const outsider = await pageOf(browser, app.url, 'hanna')
  for (const path of ['/backlog', '/accounts', '/publications']) {
    await outsider.goto(path)
    expect(await outsider.locator('main').textContent()).not.toContain('€')
  }
  expect((await outsider.goto('/people'))?.status()).toBe(403)
})

test('a request can be submitted without JavaScript', async ({ browser, app }) => {
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, STAFF.claire.email, DEMO_PASSWORD)
  await page.goto('/requests/new')
  await page.getByLabel('Account', { exact: true }).fill('Anadolu')
  await page
    .getByRole('button', { name: /Find|Search/ })
    .last()
    .click()
  await page.getByRole('button', { name: /Anadolu Lojistik/ }).click()
  await page.getByLabel('What did they say?').fill('Print the waybill in two languages.')
  await page.getByRole('radio', { name: /Minor/ }).check()
  await page.getByRole('button', { name: /Submit request/ }).click()
  await expect(page.getByText('Print the waybill in two languages').first()).toBeVisible()
})

test('a draft survives a reload', async ({ browser, app }) => {
  const page = await pageOf(browser, app.url, 'grace')
  await page.goto('/requests/new')
  await page.getByLabel('What did they say?').fill('The customs form forgets the tariff code.')
  await expect(page.getByText('draft saved')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('What did they say?')).toHaveValue(
    'The customs form forgets the tariff code.',
  )
})
