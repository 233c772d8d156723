import { DEMO_PASSWORD, STAFF } from '#app/domain/demo/people.ts'
import { expect, signIn, test } from '#tests/support/e2e.ts'

test.use({ company: 'demo' })

test('a view is saved, renamed, removed and brought back', async ({ page }) => {
  await signIn(page, STAFF.jonas.email, DEMO_PASSWORD)
  await page.goto('/backlog?line=platform&segment=Enterprise')
  const views = page.getByRole('navigation', { name: 'Views' })
  const name = page.getByLabel('Name of the view')
  const save = page.getByRole('button', { name: 'Save', exact: true })

  await page.getByText('Save view').click()
  await name.fill('Big ones')
  await save.click()
  await expect(views.getByRole('link', { name: 'Big ones' })).toHaveAttribute('aria-current')

  // A name that is taken is told beside its box, which keeps what was typed.
  await page.goto('/backlog?line=platform&type=bug')
  await page.getByText('Save view').click()
  await name.fill('big ones')
  await save.click()
  await expect(page.getByText('You have a view of this name already.')).toBeVisible()
  await expect(name).toHaveValue('big ones')

  await views.getByRole('link', { name: 'Big ones' }).click()
  await page.getByLabel('Change the view Big ones').click()
  await expect(page.getByText(/Only you see it/)).toBeVisible()
  await name.fill('Enterprise')
  await save.click()
  await expect(views.getByRole('link', { name: 'Enterprise' })).toBeVisible()
  await expect(views.getByRole('link', { name: 'Big ones' })).toHaveCount(0)

  await page.getByLabel('Change the view Enterprise').click()
  await page.getByRole('button', { name: 'Remove this view' }).click()
  await expect(views.getByRole('link', { name: 'Enterprise' })).toHaveCount(0)
  await expect(page.getByText('View “Enterprise” removed')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(views.getByRole('link', { name: 'Enterprise' })).toHaveAttribute('aria-current')
})

test('the filter takes an account by its name, and says so when there is none', async ({
  page,
}) => {
  await signIn(page, STAFF.jonas.email, DEMO_PASSWORD)
  await page.goto('/backlog')
  const show = async (account: string) => {
    await page.getByText('Filter and columns').click()
    await page.getByLabel('Account', { exact: true }).fill(account)
    await page.getByRole('button', { name: 'Show' }).click()
  }
  await show('Nowhere at all')
  await expect(page.getByText('There is no account “Nowhere at all”.')).toBeVisible()
  await show('Anadolu Lojistik')
  await expect(page.getByRole('link', { name: 'Remove filter Account' })).toBeVisible()
  await expect(page).toHaveURL(/account=\d+/)
  // Nothing else was set, so nothing else is a filter, and the sums hold.
  await expect(page.getByRole('link', { name: /^Remove filter/ })).toHaveCount(1)
  await expect(page.getByText('reconciles')).toBeVisible()
})

test('a comment stays when its item is merged away meanwhile', async ({ page, browser, app }) => {
  await signIn(page, STAFF.jonas.email, DEMO_PASSWORD)
  const other = await (await browser.newContext({ baseURL: app.url })).newPage()
  await signIn(other, STAFF.priya.email, DEMO_PASSWORD)
  for (const [id, address] of [
    [21, '/items/21?tab=discussion'],
    [25, '/backlog/items/25?tab=discussion'],
  ] as const) {
    await page.goto(address)
    await page.getByLabel('Comment', { exact: true }).fill('Their auditors wait for it.')
    await other.goto(`/items/${id}/merge?into=28`)
    await other.getByLabel('Why').fill('The same need.')
    await other.getByRole('button', { name: /^Merge/ }).click()
    await expect(other).toHaveURL(/items\/28/)
    await page.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText(`ITEM-${id} was merged into ITEM-28.`)
    await expect(page.getByLabel('Comment', { exact: true })).toHaveValue(
      'Their auditors wait for it.',
    )
  }
})
