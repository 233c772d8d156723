import type { Page } from '@playwright/test'

import { STAFF } from '#app/domain/demo/people.ts'
import { expect, pageOf, test } from '#tests/support/e2e.ts'

test.use({ company: 'demo' })

const criterion = (page: Page, number: number) =>
  page.getByRole('group', { name: `Criterion ${number}`, exact: true })

type Boxes = {
  kind?: string
  name: string
  attribute: string
  test: string
  value?: string
  points?: string
}

async function fill(page: Page, number: number, boxes: Boxes): Promise<void> {
  const row = criterion(page, number)
  await row.getByLabel('Kind').selectOption(boxes.kind ?? 'Points')
  await row.getByLabel('Name').fill(boxes.name)
  await row.getByLabel('Attribute').selectOption(boxes.attribute)
  await row.getByLabel('Test').selectOption(boxes.test)
  if (boxes.value !== undefined) await row.getByRole('textbox', { name: 'Value' }).fill(boxes.value)
  if (boxes.points !== undefined) await row.getByLabel('Points').fill(boxes.points)
}

const sign = (page: Page, team: string) => page.getByRole('button', { name: `Approve for ${team}` })

test('a profile is proposed, signed by both teams, and weighs the backlog', async ({
  browser,
  app,
}) => {
  test.setTimeout(180_000)
  const product = await pageOf(browser, app.url, 'tomas')
  await product.goto('/backlog?line=analytics')
  const before = await product.getByRole('table').textContent()
  await product.goto('/profiles?line=analytics')
  await product.getByRole('link', { name: 'Propose version 3' }).click()
  await expect(criterion(product, 1)).toBeVisible()
  const remove = () => product.getByRole('button', { name: /^Remove criterion/ })
  for (let left = await remove().count(); left > 1; left -= 1) {
    await remove().last().click()
    await expect(remove()).toHaveCount(left - 1)
  }
  await product.getByLabel('Why this version?').fill('Regions decide who renews')
  await fill(product, 1, {
    name: 'Sells in our industries',
    attribute: 'Industry',
    test: 'is one of',
    value: 'Retail, Wholesale',
    points: '70',
  })
  // Our accounts are counted while it is written, and what none of them has is asked about.
  await expect(criterion(product, 1).getByText(/^\d+ meet it, €/)).toBeVisible()
  await criterion(product, 1).getByLabel('Value').fill('Retail, Wholesail')
  await expect(
    criterion(product, 1).getByText('No account has Wholesail. Is it written so?'),
  ).toBeVisible()
  await criterion(product, 1).getByLabel('Value').fill('Retail')
  await criterion(product, 1).getByRole('button', { name: 'Wholesale' }).click()
  await expect(criterion(product, 1).getByLabel('Value')).toHaveValue('Retail, Wholesale')
  await expect(criterion(product, 1).getByText('No account has')).toHaveCount(0)

  const more: Boxes[] = [
    {
      name: 'Large enough',
      attribute: 'Employees',
      test: 'is at least',
      value: '50',
      points: '20',
    },
    { kind: 'Must have', name: 'Region known', attribute: 'Region', test: 'is known' },
    {
      kind: 'Exclude',
      name: 'Too small to be served',
      attribute: 'Employees',
      test: 'is at most',
      value: '20',
    },
  ]
  for (const [index, boxes] of more.entries()) {
    await product.getByRole('button', { name: 'Add a criterion' }).click()
    await fill(product, index + 2, boxes)
  }

  // 70 + 20 is not 100: told beside the criteria, and nothing is lost.
  await product.getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(product.getByText('The points add up to 90, not to 100: 10 missing.')).toBeVisible()
  await expect(product.getByLabel('Why this version?')).toHaveValue('Regions decide who renews')
  await expect(criterion(product, 4).getByLabel('Name')).toHaveValue('Too small to be served')
  await criterion(product, 2).getByLabel('Points').fill('30')
  await product.getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(product.getByText('Analytics, version 3, proposed')).toBeVisible()
  await expect(sign(product, 'Customer Success')).toHaveCount(0)
  const address = product.url()

  // Customer Success reads the text, Product changes it meanwhile: the earlier text cannot be signed.
  const success = await pageOf(browser, app.url, 'maren')
  await success.goto(address)
  await product.getByRole('link', { name: 'Change the proposal' }).click()
  await product.getByLabel('Why this version?').fill('Region and size decide who renews')
  await product.getByRole('button', { name: 'Save the proposal' }).click()
  await expect(product.getByText('Region and size decide who renews').first()).toBeVisible()
  await sign(success, 'Customer Success').click()
  await expect(success.getByText(/was changed or closed since you opened it/)).toBeVisible()

  // Nobody but the two managers signs, and an address is no way round the button.
  for (const who of ['selin', 'jonas', 'hanna'] as const) {
    const other = await pageOf(browser, app.url, who)
    await other.goto(address)
    await expect(other.getByText('waits for a manager of Customer Success')).toBeVisible()
    await expect(other.getByRole('button', { name: /^Approve/ })).toHaveCount(0)
    const { pathname } = new URL(address)
    const posted = await other.request.post(`${pathname}/approval`, {
      form: { version: '2' },
      headers: { Origin: app.url },
    })
    expect(posted.status()).toBe(403)
    await other.context().close()
  }

  await success.goto(address)
  await sign(success, 'Customer Success').click()
  await expect(success.getByText('waits for a manager of Product')).toBeVisible()

  // Two tabs of one manager: the second signature of a team is refused in words.
  await product.goto(address)
  const second = await product.context().newPage()
  await second.goto(address)
  await sign(product, 'Product').click()
  await expect(product.getByText('Analytics, version 3, in force')).toBeVisible()
  await sign(second, 'Product').click()
  await expect(second.getByText(/was changed or closed since you opened it/)).toBeVisible()

  // It weighs the score, and the version before it stays readable.
  await product.goto('/backlog?line=analytics')
  expect(await product.getByRole('table').textContent()).not.toBe(before)

  // Anybody in the company reads it, with fits, reasons and what is unknown, and without revenue.
  const reader = await pageOf(browser, app.url, 'hanna')
  await reader.goto('/profiles?line=analytics')
  await expect(reader.getByText('Analytics, version 3, in force')).toBeVisible()
  await expect(reader.getByText('Sells in our industries', { exact: true })).toBeVisible()
  await expect(reader.getByText(STAFF.maren.name).first()).toBeVisible()
  await expect(reader.getByText(STAFF.tomas.name).first()).toBeVisible()
  await expect(reader.getByRole('link', { name: /Propose/ })).toHaveCount(0)
  await reader.getByRole('link', { name: /^Ideal/ }).click()
  const ideal = reader.getByRole('row').nth(1)
  await expect(ideal).toContainText('ideal')
  await ideal.getByText(/for/).first().click()
  await expect(ideal.getByText(/it is (Retail|Wholesale) \(70 of 100\)/)).toBeVisible()
  expect(await reader.locator('main').textContent()).not.toContain('€')
})
