import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { PublishedTable, type PublishedRow } from '#app/components/publications/published-table.tsx'

const row = (values: Partial<PublishedRow>): PublishedRow => ({
  itemId: 1,
  title: 'SSO/SAML',
  lane: 'ranked',
  status: 'candidate',
  horizon: null,
  rank: 1,
  scoredRank: 1,
  kept: false,
  tier: 1,
  score: null,
  low: null,
  high: null,
  arrAtRisk: null,
  canSave: null,
  costMean: 2,
  estimated: true,
  accounts: 1,
  accountNames: null,
  ...values,
})

test('says of an item that kept its place which rank its score gives, and of no other', () => {
  const items = [row({ kept: true, scoredRank: 2 }), row({ itemId: 2, title: 'Audit', rank: 2 })]
  render(<PublishedTable items={items} changes={[]} currency="EUR" itemHref={null} />)
  const [, kept, other] = screen.getAllByRole('row')
  if (!kept || !other) throw new Error('There are two items')
  expect(within(kept).getByText('kept its place, by score rank 2')).toBeVisible()
  expect(within(other).queryByText(/kept its place/)).toBeNull()
})
