import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { BacklogTable } from '#app/components/backlog/backlog-table.tsx'
import type { BacklogTableRow } from '#app/components/backlog/columns.tsx'
import { renderAt } from '#tests/support/router.tsx'

const row = (values: Partial<BacklogTableRow> & { id: number }): BacklogTableRow => ({
  title: `Item number ${values.id}`,
  lane: 'ranked',
  status: 'candidate',
  horizon: null,
  owner: null,
  rank: values.id,
  tier: 1,
  change: null,
  score: 10_000,
  low: 5_000,
  high: 20_000,
  arrAtRisk: 100_000,
  canSave: 50_000,
  tooLate: 0,
  accounts: 1,
  topShare: null,
  costMean: 2,
  estimated: true,
  nextRenewalOn: null,
  startBy: null,
  ...values,
})

function renderTable(rows: BacklogTableRow[], sort: 'rank' | 'title' = 'rank') {
  const { container } = renderAt(
    '/backlog',
    <BacklogTable
      rows={rows}
      columns={['score']}
      filters={{ sort, direction: null }}
      search={new URLSearchParams()}
      currency="EUR"
      today="2026-01-15"
      since={null}
      openId={null}
    />,
  )
  return container
}

const texts = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((one) => one.textContent)

test('rows of one tier stand under its head, which says what a tier is once', () => {
  renderTable([row({ id: 1 }), row({ id: 2 }), row({ id: 3, tier: 2 })])
  expect(texts()).toEqual([
    'Tier 12 items; the order inside a tier is less than 80 % sure',
    expect.stringContaining('ITEM-1'),
    expect.stringContaining('ITEM-2'),
    'Tier 21 item',
    expect.stringContaining('ITEM-3'),
  ])
})

test('there are no tiers in another order than the ranking', () => {
  renderTable([row({ id: 1 }), row({ id: 2, tier: 2 })], 'title')
  expect(texts()).toHaveLength(2)
})

test('an interval is drawn on the scale of the whole table, and said in words', () => {
  const container = renderTable([
    row({ id: 1, score: 40_000, low: 20_000, high: 80_000 }),
    row({ id: 2, score: 10_000, low: 5_000, high: 20_000 }),
  ])
  expect(screen.getByTitle('Four times in five 20.0k to 80.0k')).toHaveTextContent('40.0')
  // 5 to 80 are four doublings over 40 units, from 2 to 42: 10 units each.
  const bars = [...container.querySelectorAll('rect')].map((bar) => [
    Number(bar.getAttribute('x')),
    Number(bar.getAttribute('width')),
  ])
  for (const [i, [x, width]] of [
    [22, 20],
    [2, 20],
  ].entries()) {
    expect(bars[i]?.[0]).toBeCloseTo(x ?? NaN, 9)
    expect(bars[i]?.[1]).toBeCloseTo(width ?? NaN, 9)
  }
})

test('without revenue there is neither score nor interval', () => {
  const container = renderTable([row({ id: 1, score: null, low: null, high: null })])
  expect(container.querySelector('rect')).toBeNull()
})
