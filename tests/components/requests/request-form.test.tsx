import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { RequestForm, type RequestFormData } from '#app/components/requests/request-form.tsx'
import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'
import type { LookAlikeRow } from '#app/domain/requests/look-alike-row.ts'
import { completeBrowser } from '#tests/support/browser.ts'
import { renderAt } from '#tests/support/router.tsx'

beforeAll(completeBrowser)
afterEach(() => vi.unstubAllGlobals())

const TODAY = '2026-01-15'
const KEY = '5f0c3a52-6a0f-4a53-9f0e-3f4a1d0c7b11'

const tauern: AccountSummary = {
  ...{ id: 7, name: 'Tauern Spedition', lifecycle: 'active', industry: null, region: null },
  ...{ segment: null, employees: null, owner: null, parent: null, archived: false },
  health: { colour: 'yellow', score: 62 },
  arr: { amount: { minor: 96_000_00, currency: 'EUR' }, withoutRate: [] },
  ...{ contracts: 1, coveredByParent: false, nextRenewal: '2026-05-31' },
}

const contract = (id: number, productLineId: number | null) => ({
  ...{ id, accountId: 7, holder: 'Tauern Spedition', name: `Contract ${id}`, covers: [] },
  amount: { minor: 8_000_00, currency: 'EUR' },
  ...{ period: 'month' as const, startsOn: null, endedOn: null, renewsOn: '2026-05-31' },
  ...{ evergreen: false, productLineId },
})

const choices: NonNullable<RequestFormData['choices']> = {
  account: { id: 7, parentId: null, lifecycle: 'active' },
  today: TODAY,
  contracts: [contract(1, 1), contract(2, 2)],
  opportunities: [
    { id: 5, name: 'Depots', amount: { minor: 18_000_00, currency: 'EUR' }, closesOn: null },
  ],
}

const empty: RequestFormData = {
  ...{ initial: {}, account: null, found: null, choices: null, lookAlikes: [], today: TODAY },
  suggestedLineId: 1,
  blockers: { used: 2, budget: 3 },
  lines: [
    { id: 1, name: 'Platform', areas: [{ id: 11, name: 'Identity' }] },
    { id: 2, name: 'Mobile', areas: [{ id: 21, name: 'Driver app' }] },
  ],
}
const withAccount: RequestFormData = { ...empty, account: tauern, choices }

const sso: LookAlikeRow = {
  ...{ key: 'item 17', title: 'SSO/SAML', shared: ['sso'], likeness: 'very alike', score: 0.6 },
  ...{ itemId: 17, item: { id: 17, status: 'planned', horizon: 'next' }, request: null },
}

/** Addresses that were asked for while typing. */
const looked: string[] = []

beforeEach(() => {
  looked.length = 0
  vi.stubGlobal('fetch', (address: string) => {
    looked.push(address)
    const found = address.startsWith('/accounts/lookup') ? { accounts: [tauern] } : { rows: [sso] }
    return Promise.resolve(Response.json(found))
  })
})

function renderForm(data: Partial<RequestFormData> = {}) {
  const posted: Record<string, string[]>[] = []
  const picked: Array<number | null> = []
  const form = (
    <RequestForm
      {...empty}
      {...data}
      id="form"
      action="/requests/new"
      lastResult={null}
      hidden={{ submissionKey: KEY }}
      onPickAccount={(id) => picked.push(id)}
      submitLabel="Submit request"
    />
  )
  renderAt('/requests/new', form, [
    {
      path: '/requests/new',
      element: form,
      action: async ({ request }) => {
        const body = await request.formData()
        posted.push(
          Object.fromEntries([...body.keys()].map((name) => [name, body.getAll(name).map(String)])),
        )
        return null
      },
    },
  ])
  return { user: userEvent.setup(), posted, picked }
}

const words = () => screen.getByLabelText(/What did they say/)
const submit = () => screen.getByRole('button', { name: /Submit request/ })
const stakes = () =>
  within(screen.getByRole('group', { name: 'At stake' }))
    .getAllByRole('checkbox')
    .map((box) => (box as HTMLInputElement).checked)

describe('the form of a request', () => {
  test('is submitted by keys alone, from the account to the end', async () => {
    const { user, posted } = renderForm(withAccount)
    await user.click(words())
    await user.keyboard('We need SSO')
    await screen.findByRole('radio', { name: 'Same need as SSO/SAML' })
    await user.tab()
    await user.tab()
    await user.keyboard(' {Control>}{Enter}{/Control}')
    await waitFor(() => expect(posted).toHaveLength(1))
    expect(posted[0]).toMatchObject({
      submissionKey: [KEY],
      accountId: ['7'],
      body: ['We need SSO'],
      sameAs: [''],
      importance: ['blocker'],
      type: ['feature_request'],
      evidence: ['none'],
      source: ['call'],
      productLineId: ['1'],
      stakeFor: ['1'],
      contractIds: ['1'],
    })
    expect(posted[0]).not.toHaveProperty('opportunityIds')
  })

  test('says beside each field what is missing, and keeps what was typed', async () => {
    const { user, posted } = renderForm()
    await user.type(words(), 'Their words')
    await user.click(submit())
    expect(await screen.findByText('Choose the account.')).toBeVisible()
    expect(screen.getByText('Choose how much it matters to this customer.')).toBeVisible()
    expect(words()).toHaveValue('Their words')
    expect(screen.getByRole('combobox', { name: 'Account' })).toHaveFocus()
    expect(posted).toEqual([])
  })

  test('finds an account while typing and takes it with Enter', async () => {
    const { user, picked } = renderForm()
    await user.type(screen.getByRole('combobox', { name: 'Account' }), 'tau')
    expect(await screen.findByRole('option', { name: /Tauern Spedition.*€96k/i })).toBeVisible()
    await user.keyboard('{Enter}')
    expect(picked).toEqual([7])
  })

  test('takes no account that does not fit what is typed', async () => {
    const { user, picked } = renderForm()
    await user.click(screen.getByRole('combobox', { name: 'Account' }))
    await screen.findByRole('option', { name: /Tauern/ })
    // The answer to these letters is not there yet.
    await user.keyboard('ana{Enter}')
    expect(picked).toEqual([])
    await waitFor(() => expect(looked.at(-1)).toBe('/accounts/lookup?q=ana'))
  })

  test('shows the account with ARR, health and renewal, and gives it back', async () => {
    const { user, picked } = renderForm(withAccount)
    const account = screen.getByRole('group', { name: 'Account' })
    expect(account).toHaveTextContent('Tauern Spedition')
    expect(account).toHaveTextContent('ARR €96,000')
    expect(account).toHaveTextContent('yellow 62')
    expect(account).toHaveTextContent('renews in 136 days')
    await user.click(screen.getByRole('button', { name: 'Choose another account' }))
    expect(picked).toEqual([null])
  })

  test('ticks what the rule puts at stake, for the line, until somebody ticks', async () => {
    const { user } = renderForm(withAccount)
    expect(stakes()).toEqual([true, false, false])
    await user.selectOptions(screen.getByLabelText('Product line'), 'Mobile')
    expect(stakes()).toEqual([false, true, false])
    await user.click(screen.getByRole('checkbox', { name: /Contract 1/ }))
    await user.selectOptions(screen.getByLabelText('Product line'), 'Platform')
    expect(stakes()).toEqual([true, true, false])
    // Twelve times the month's amount.
    expect(screen.getAllByText('€96,000')).toHaveLength(3)
  })

  test('ticks what the draft had ticked by hand', () => {
    renderForm({
      ...withAccount,
      initial: { accountId: '7', stakeFor: '1', contractIds: [], opportunityIds: ['5'] },
    })
    expect(stakes()).toEqual([false, false, true])
  })

  test('keeps "same need" while other look-alikes come up', async () => {
    const { user, posted } = renderForm({ ...withAccount, lookAlikes: [sso] })
    await user.click(screen.getByRole('radio', { name: 'Same need as SSO/SAML' }))
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ rows: [] })))
    await user.type(words(), 'Now about something else')
    await user.click(screen.getByRole('radio', { name: /Minor/ }))
    await user.click(submit())
    await waitFor(() => expect(posted[0]).toMatchObject({ sameAs: ['17'], importance: ['minor'] }))
  })

  test('links a question to nothing', async () => {
    const { user, posted } = renderForm({
      ...withAccount,
      initial: { body: 'How?', importance: 'minor', sameAs: '17', type: 'question' },
      lookAlikes: [sso],
    })
    await user.click(submit())
    expect(await screen.findByText(/A question asks for no item/)).toBeVisible()
    expect(posted).toEqual([])
  })

  test('asks for what the customer wrote', async () => {
    const { user, posted } = renderForm({
      ...withAccount,
      initial: { body: 'Words', importance: 'minor' },
    })
    await user.click(screen.getByRole('radio', { name: 'They wrote' }))
    await user.click(submit())
    expect(await screen.findByText('Quote what they wrote, or link to it.')).toBeVisible()
    await user.type(screen.getByLabelText('What they wrote'), 'We leave in May.')
    await user.click(submit())
    await waitFor(() => expect(posted).toHaveLength(1))
  })

  test('shows the areas of its product line', async () => {
    const { user } = renderForm()
    const options = () =>
      within(screen.getByLabelText(/^Area/))
        .getAllByRole('option')
        .map((option) => option.textContent)
    expect(options()).toEqual(['Product decides', 'Identity'])
    await user.selectOptions(screen.getByLabelText('Product line'), 'Mobile')
    expect(options()).toEqual(['Product decides', 'Driver app'])
  })

  test('stays when a look-up fails', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    const { user } = renderForm()
    await user.type(words(), 'Typed in a tunnel')
    await user.type(screen.getByRole('combobox', { name: 'Account' }), 'tau')
    expect(words()).toHaveValue('Typed in a tunnel')
  })
})
