import type { Page } from '@playwright/test'

import { DEMO_PASSWORD, STAFF } from '#app/domain/demo/people.ts'
import { expect, signIn, test } from '#tests/support/e2e.ts'

test.use({ company: 'demo' })

const WORDS = 'From June nobody may use a separate password. Single sign-on is a must for us.'
const CSM = STAFF.selin.email

const words = (page: Page) => page.getByLabel('What did they say?')
const submit = (page: Page) => page.getByRole('button', { name: /Submit request/ })
/** The card of the account once it is taken. */
const taken = (page: Page) => page.getByRole('group', { name: 'Account' })

test('a request is submitted by at most 12 keystrokes besides its words', async ({ page }) => {
  await signIn(page, CSM, DEMO_PASSWORD)
  await page.goto('/my-requests', { waitUntil: 'networkidle' })
  let keystrokes = 0
  const press = async (key: string) => {
    keystrokes += 1
    await page.keyboard.press(key)
  }
  await press('c')
  await expect(page.getByRole('combobox', { name: 'Account' })).toBeFocused()
  for (const key of 'ana') await press(key)
  await expect(page.getByRole('option', { name: /^Anadolu Lojistik/ })).toBeVisible()
  await press('Enter')
  await expect(taken(page)).toBeVisible()
  await expect(words(page)).toBeFocused()
  await page.keyboard.type(WORDS)
  await expect(page.getByRole('radio', { name: /^Same need as/ }).first()).toBeVisible()
  // Past the look-alikes to the importance: a blocker, which two arrows make a major.
  for (const key of ['Tab', 'Tab', 'Space', 'ArrowDown', 'ArrowDown']) await press(key)
  await press('Control+Enter')
  await expect(
    page.getByRole('heading', { name: 'From June nobody may use a separate password' }),
  ).toBeVisible()
  await expect(page.getByText('is in triage')).toBeVisible()
  expect(keystrokes).toBeLessThanOrEqual(12)
})

test('a draft survives a reload and a lost session', async ({ page, context }) => {
  await signIn(page, CSM, DEMO_PASSWORD)
  await page.goto('/requests/new', { waitUntil: 'networkidle' })
  await words(page).fill('Typed just before a reload')
  await page.getByRole('radio', { name: /^Critical/ }).check()
  await page.reload({ waitUntil: 'networkidle' })
  await expect(words(page)).toHaveValue('Typed just before a reload')
  await expect(page.getByRole('radio', { name: /^Critical/ })).toBeChecked()

  await page.getByRole('combobox', { name: 'Account' }).fill('ana')
  await page.getByRole('option', { name: /^Anadolu Lojistik/ }).click()
  await expect(taken(page)).toBeVisible()
  await context.clearCookies()
  await words(page).fill('Typed after the session had ended')
  await submit(page).click()
  await page.getByLabel('E-mail').fill(CSM)
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(words(page)).toHaveValue('Typed after the session had ended')
  await submit(page).click()
  await expect(page.getByText('is in triage')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

  test('a request is submitted from a phone, and nothing typed is lost on the way', async ({
    page,
    context,
  }) => {
    await signIn(page, STAFF.lukas.email, DEMO_PASSWORD)
    await page.goto('/requests/new')
    await words(page).fill(WORDS)
    await page.getByLabel('Account').fill('ana')
    await page.getByRole('button', { name: 'Find the account' }).click()
    await page.getByRole('button', { name: /Ana/ }).first().click()
    await expect(taken(page)).toBeVisible()
    await expect(words(page)).toHaveValue(WORDS)
    await page
      .getByRole('radio', { name: /^Same need as/ })
      .first()
      .check()
    await submit(page).click()
    await expect(page.locator(':focus')).toContainText('Not saved.')
    const missing = 'Choose how much it matters to this customer.'
    await page.getByRole('alert').getByRole('link', { name: missing }).click()
    await expect(
      page.getByRole('group', { name: /^Importance/ }).getByText(missing),
    ).toBeInViewport()
    await expect(page.getByRole('radio', { name: /^Same need as/ }).first()).toBeChecked()
    await page.getByRole('radio', { name: /^Blocker/ }).check()

    await context.clearCookies()
    await submit(page).click()
    await page.getByLabel('E-mail').fill(STAFF.lukas.email)
    await page.getByLabel('Password').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(words(page)).toHaveValue(WORDS)
    await expect(page.getByRole('radio', { name: /^Blocker/ })).toBeChecked()
    await submit(page).click()
    await expect(page.getByText('is in triage')).toBeVisible()
    await expect(page.getByText('same need, to be confirmed in triage')).toBeVisible()
  })
})
