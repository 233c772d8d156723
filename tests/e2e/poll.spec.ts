import type { Page } from '@playwright/test'

import { SAMPLE_SIZE } from '#app/domain/polls/sample.ts'
import { expect, pageOf, test } from '#tests/support/e2e.ts'

test.use({ company: 'demo' })

const PHONE = { width: 390, height: 844 }

async function takePoll(page: Page): Promise<void> {
  await page.goto('/profiles?line=platform', { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Take the poll' }).click()
  await expect(page.getByText(/^Account \d+ of/)).toBeVisible()
}

/** Rates what is left, one key an account, down to the points. */
async function rateByKeys(page: Page, keys: readonly string[]): Promise<void> {
  const place = page.getByText(/^Account \d+ of/)
  const first = Number(/\d+/.exec((await place.textContent()) ?? '')?.[0])
  for (let at = first; at <= SAMPLE_SIZE; at += 1) {
    await expect(place).toHaveText(`Account ${at} of ${SAMPLE_SIZE}`)
    await page.keyboard.press(keys[at % keys.length] ?? '3')
  }
  await expect(page.getByRole('heading', { name: 'What makes a customer ideal?' })).toBeVisible()
}

test('both teams answer a poll without seeing each other, and its close shows where they part', async ({
  browser,
  app,
}) => {
  test.setTimeout(120_000)
  const emre = await pageOf(browser, app.url, 'emre', PHONE)
  await takePoll(emre)
  await rateByKeys(emre, ['5', '2', '4', '1', '0', '3'])
  expect(await emre.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)

  // Points that are not 100 are told beside themselves, and are kept.
  const send = emre.getByRole('button', { name: 'Send my answers' })
  await emre.getByRole('spinbutton', { name: 'Industry' }).fill('40')
  await emre.getByRole('button', { name: 'Industry: 5 more' }).click()
  await send.click()
  await expect(emre.getByText('55 of 100 points are left to give.').first()).toBeVisible()
  await expect(emre.getByRole('spinbutton', { name: 'Industry' })).toHaveValue('45')
  await emre.getByRole('spinbutton', { name: 'Sponsor in management' }).fill('55')
  await expect(emre.getByText('All 100 points are given.')).toBeVisible()
  await send.click()
  await expect(emre.getByText('Your answers are sent')).toBeVisible()

  // While it is open he sees how many have finished, and no answer, not even his own.
  await emre.getByRole('link', { name: 'See how many have answered' }).click()
  await expect(emre.getByText('2 of 3 have finished')).toBeVisible()
  const { pathname: results } = new URL(emre.url())
  await expect(emre.getByText('1 of 3 have finished')).toBeVisible()
  await expect(emre.getByText('Nobody sees any answers before the poll is closed')).toBeVisible()
  await expect(emre.getByText('Points in common')).toHaveCount(0)
  await expect(emre.getByRole('link', { name: 'Close it now' })).toHaveCount(0)

  // Priya goes on where she had stopped.
  const priya = await pageOf(browser, app.url, 'priya')
  await takePoll(priya)
  await expect(priya.getByText(`10 of ${SAMPLE_SIZE} answered`)).toBeVisible()
  await rateByKeys(priya, ['1', '4', '2', '5'])
  await priya.getByRole('link', { name: 'Give all the same' }).click()
  await expect(priya.getByText('All 100 points are given.')).toBeVisible()
  await priya.getByRole('button', { name: 'Send my answers' }).click()
  await expect(priya.getByText('Your answers are sent')).toBeVisible()

  // A manager closes it before its day, and is told first what is lost by that.
  const maren = await pageOf(browser, app.url, 'maren')
  await maren.goto(results)
  await maren.getByRole('link', { name: 'Close it now' }).click()
  await expect(
    maren.getByText('2 people have not finished; their answers would be left out.'),
  ).toBeVisible()
  await maren.getByRole('button', { name: 'Close the poll' }).click()
  await expect(maren.getByText('2 of CS and 2 of Product, blind')).toBeVisible()
  await expect(maren.getByRole('heading', { name: 'Where they part the most' })).toBeVisible()

  // Now everybody sees what both teams say, and nobody can answer any more.
  await emre.reload()
  await expect(emre.getByText('2 of CS and 2 of Product, blind')).toBeVisible()
  await expect(emre.getByText('2 of those who were asked did not finish')).toBeVisible()
  await maren.goto(results.replace(/\/results$/, ''))
  await expect(maren.getByText('This poll is closed')).toBeVisible()
})
