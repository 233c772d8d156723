import type { Page } from '@playwright/test'

import { expect, signIn, test } from '#tests/support/e2e.ts'

test.use({ company: 'empty' })
test.describe.configure({ mode: 'serial' })

const PASSWORD = 'a long enough password'

async function start(page: Page, code: string): Promise<void> {
  await page.getByLabel('One-time code').fill(code)
  await page.getByLabel('Your name').fill('Ada Admin')
  await page.getByLabel('Your e-mail').fill('ada@example.com')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByLabel('Organisation').fill('Kestrel Software')
  await page.getByLabel('First product line').fill('Platform')
  await page.getByRole('button', { name: 'Start' }).click()
}

test('the first admin comes in by the printed code, and invites a colleague', async ({
  app,
  page,
  browser,
}) => {
  const code = /one-time code (\S+)/.exec(app.output())?.[1] ?? ''
  await page.goto('/setup')
  await start(page, 'WRONG-CODE-0000-0000')
  await expect(page.getByLabel('One-time code')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Organisation')).toHaveValue('Kestrel Software')
  await start(page, code)
  await expect(page.getByRole('heading', { name: 'Invite' })).toBeVisible()

  await page.getByLabel('E-mail').fill('selin@example.com')
  await page.getByLabel('Team', { exact: true }).selectOption('cs')
  await page.getByRole('radio', { name: /contributor/i }).check()
  await page.getByRole('button', { name: 'Invite' }).click()
  const link = await page.getByLabel(/^Link/).inputValue()
  expect(link).toContain('/invitations/')

  const guest = await browser.newPage()
  await guest.goto(link)
  await guest.getByLabel('Your name').fill('Selin Aksoy')
  await guest.getByLabel('Choose a password').fill(PASSWORD)
  await guest.getByRole('button', { name: 'Join' }).click()
  await expect(guest.getByText('Selin Aksoy').first()).toBeVisible()

  const late = await browser.newPage()
  await late.goto(link)
  await expect(late.getByRole('button', { name: 'Join' })).toHaveCount(0)
  await late.close()

  expect((await guest.goto('/people'))?.status()).toBe(403)
  await expect(guest.getByText('Your role does not allow this.')).toBeVisible()
  await guest.close()
})

test('a second first start is not possible', async ({ page }) => {
  await page.goto('/setup')
  await expect(page).toHaveURL(/\/login/)
})

test('a wrong password is told, and the e-mail stays', async ({ page }) => {
  await page.goto('/login')
  await page.getByLabel('E-mail').fill('selin@example.com')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('selin@example.com')
})

test('a signed-out reader is led to the sign-in and back', async ({ page }) => {
  await page.goto('/accounts?q=alba')
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.getByLabel('E-mail').fill('selin@example.com')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/accounts\?q=alba/)
})

test('signing out ends the session', async ({ page }) => {
  await signIn(page, 'selin@example.com', PASSWORD)
  await page.goto('/me')
  await page.request.post('/logout', { headers: { origin: new URL(page.url()).origin } })
  await page.goto('/me')
  await expect(page).toHaveURL(/\/login/)
})
