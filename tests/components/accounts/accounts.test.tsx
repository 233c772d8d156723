import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'

import { AccountCard } from '#app/components/accounts/account-card.tsx'
import { AccountTable } from '#app/components/accounts/account-table.tsx'
import { ContractForm } from '#app/components/accounts/contract-form.tsx'
import { HistoryList } from '#app/components/accounts/history-list.tsx'
import type { AccountListRow } from '#app/domain/accounts/account-list.ts'
import type { HistoryEntry } from '#app/domain/accounts/history-entry.ts'
import { readAccountFilter } from '#app/domain/accounts/list-filter.ts'
import { renderAt } from '#tests/support/router.tsx'

const TODAY = '2026-01-15'

function row(values: Partial<AccountListRow> = {}): AccountListRow {
  return {
    id: 7,
    name: 'Tauern Spedition',
    lifecycle: 'active',
    industry: 'Logistics',
    region: 'Austria',
    segment: null,
    employees: 340,
    owner: { id: 1, name: 'Hannah Brandt' },
    parent: null,
    health: { colour: 'yellow', score: 62 },
    arr: { amount: { minor: 96_000_00, currency: 'EUR' }, withoutRate: [] },
    contracts: 1,
    coveredByParent: false,
    nextRenewal: '2026-05-31',
    archived: false,
    requests: 3,
    ...values,
  }
}

describe('AccountCard', () => {
  test('says what the account is worth, how it is and when it decides', () => {
    renderAt('/', <AccountCard account={row()} today={TODAY} />)
    const card = screen.getByRole('region', { name: 'Tauern Spedition' })
    expect(card).toHaveTextContent('Logistics, Austria, 340 employees')
    expect(card).toHaveTextContent('€96,000')
    expect(card).toHaveTextContent('yellow 62')
    // 15 January to 31 May 2026: 16 + 28 + 31 + 30 + 31
    expect(card).toHaveTextContent('in 136 days')
    expect(within(card).getByRole('link', { name: 'Open account' })).toHaveAttribute(
      'href',
      '/accounts/7',
    )
  })

  test('says so when nothing is known, and when the renewal is overdue', () => {
    const unknown = row({
      arr: null,
      health: { colour: null, score: null },
      nextRenewal: '2026-01-05',
    })
    renderAt('/', <AccountCard account={unknown} today={TODAY} />)
    const card = screen.getByRole('region')
    expect(card).not.toHaveTextContent('ARR')
    expect(card).toHaveTextContent('unknown')
    expect(card).toHaveTextContent('overdue, 10 days ago')
  })
})

describe('AccountTable', () => {
  function show(rows: AccountListRow[], query = '') {
    const search = new URLSearchParams(query)
    const arr = rows[0]?.arr ?? null
    renderAt(
      '/',
      <AccountTable
        list={{ rows, arr, today: TODAY }}
        filter={readAccountFilter(search)}
        search={search}
      />,
    )
  }

  test('sorts by its heads, the other way round the second time, and begins at the first page', () => {
    show([row()], 'sort=arr&segment=Mid&after=1.2')
    const head = screen.getByRole('columnheader', { name: 'ARR' })
    expect(head).toHaveAttribute('aria-sort', 'descending')
    expect(within(head).getByRole('link')).toHaveAttribute(
      'href',
      '/accounts?segment=Mid&sort=arr&dir=asc',
    )
    expect(screen.getByRole('link', { name: 'Next renewal' })).toHaveAttribute(
      'href',
      '/accounts?segment=Mid&sort=renewal&dir=asc',
    )
  })

  test('has no ARR column for who may not read revenue', () => {
    show([row({ arr: null })])
    expect(screen.queryByRole('columnheader', { name: 'ARR' })).toBeNull()
  })

  test('names the parent that pays for a covered account', () => {
    show([row({ coveredByParent: true, parent: { id: 2, name: 'Holding' } })])
    expect(screen.getByText('covered')).toHaveAttribute('title', expect.stringContaining('Holding'))
    expect(screen.getByText('of Holding')).toBeVisible()
  })
})

describe('ContractForm', () => {
  function show(result?: Parameters<typeof ContractForm>[0]['result']) {
    renderAt(
      '/',
      <ContractForm
        values={{ currency: 'EUR', period: 'year' }}
        result={result}
        currencies={['EUR', 'TRY']}
        productLines={[{ id: 1, name: 'Platform' }]}
        coverable={[{ id: 3, name: 'Anadolu İzmir' }]}
        submit="Add contract"
        cancelHref="/accounts/1"
      />,
    )
  }

  test('says what is wrong beside the field, and keeps what was typed', async () => {
    const person = userEvent.setup()
    show()
    await person.type(screen.getByLabelText('Amount'), '-5')
    await person.clear(screen.getByLabelText('Currency'))
    await person.type(screen.getByLabelText('Currency'), 'XYZ')
    await person.click(screen.getByRole('button', { name: 'Add contract' }))
    const amount = screen.getByLabelText('Amount')
    expect(amount).toHaveAccessibleDescription('An amount cannot be negative.')
    expect(amount).toHaveValue('-5')
    expect(amount).toHaveFocus()
    expect(screen.getByLabelText('Currency')).toHaveAccessibleDescription(
      '“XYZ” is no currency code.',
    )
  })

  test('asks about a large amount only when the server does, and keeps asking once ticked', async () => {
    const person = userEvent.setup()
    const question = '€2,000,000,000 a year is out of the ordinary. Tick the box if it is right.'
    show({
      status: 'error',
      initialValue: { amount: '2000000000', currency: 'EUR', period: 'year' },
      error: { confirmLarge: [question] },
    })
    const box = screen.getByLabelText('The amount is right')
    expect(box).toHaveAccessibleDescription(question)
    await person.click(box)
    expect(screen.getByLabelText('The amount is right')).toBeChecked()
    expect(screen.getByLabelText('Amount')).toHaveValue('2000000000')
  })

  test('has no such box at first', () => {
    show()
    expect(screen.queryByLabelText('The amount is right')).toBeNull()
  })
})

describe('HistoryList', () => {
  const AT = new Date('2026-01-15T09:00:00Z')
  const entry = (values: Partial<HistoryEntry>): HistoryEntry => ({
    id: 1,
    at: AT,
    who: 'Ayşe Kaya',
    byImport: false,
    subject: { type: 'account', id: 1, name: 'Anadolu' },
    created: false,
    concealed: false,
    words: 'plan',
    before: null,
    after: 'Gold',
    ...values,
  })

  test('gathers what was changed at once, and conceals amounts', () => {
    const contract = { type: 'contract', id: 4, name: 'Master agreement' } as const
    const entries = [
      entry({ id: 3, words: 'amount', concealed: true, subject: contract, after: null }),
      entry({ id: 2, words: 'segment', before: 'Mid', after: null }),
      entry({ id: 1, who: null, byImport: true, created: true }),
    ]
    renderAt('/', <HistoryList entries={entries} now={new Date('2026-01-15T11:00:00Z')} />)
    const [byAyse, byImport] = screen
      .getAllByRole('list')
      .flatMap((list) => within(list).queryAllByText(/Ayşe Kaya|An import/))
      .map((name) => name.closest('li'))
    expect(byAyse).toHaveTextContent('amount of Master agreement changed')
    expect(byAyse).toHaveTextContent('segment: Mid → nothing')
    expect(byAyse).toHaveTextContent('2 hours ago')
    expect(byImport).toHaveTextContent('Account made')
  })
})
