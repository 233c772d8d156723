import { describe, expect, it } from 'vitest'

import type { PublicationContent, PublishedItem } from '#app/domain/publications/content.ts'
import { sharedView } from '#app/domain/publications/shared-view.ts'

const at = (name: string, value: number) => ({
  ...{ accountId: value, name, value },
  ...{ arrAtRisk: value, canSave: value },
})

const item: PublishedItem = {
  ...{ itemId: 1, title: 'SSO/SAML', type: 'feature_request', lane: 'ranked' },
  ...{ status: 'planned', horizon: 'next', area: null, owner: null },
  ...{ shipsOn: null, shipQuarter: null, startBy: null, rank: 1 },
  ...{ score: 30, value: 60, arrAtRisk: 90, canSave: 60, costMean: 2, estimated: true },
  // as they are published: the most at stake first
  accounts: [at('Yıldız AŞ', 40), at('Çınar Lojistik', 15), at('Brio', 5)],
}

const content: PublicationContent = {
  ...{ organisation: 'Kestrel', productLine: 'Platform', since: null, today: '2026-01-15' },
  ...{ modelVersion: 1, rates: { base: 'EUR', rates: {} }, profile: null },
  totals: { arrAtRisk: 90, canSave: 60, value: 60, accounts: 3 },
  ...{ items: [item], shipped: [], declined: [], changes: [], publishedBy: 'Rafael Moreno' },
}

const names = (showMoney: boolean) =>
  sharedView(content, { showAccounts: true, showMoney }).items[0]?.accountNames

describe('sharedView', () => {
  it('names accounts by what they have at stake where money shows', () => {
    expect(names(true)).toEqual(['Yıldız AŞ', 'Çınar Lojistik', 'Brio'])
  })

  it('names them by the alphabet where it does not, since their order would tell', () => {
    expect(names(false)).toEqual(['Brio', 'Çınar Lojistik', 'Yıldız AŞ'])
  })

  it('leaves what is published as it is', () => {
    names(false)
    expect(item.accounts.map(({ name }) => name)).toEqual(['Yıldız AŞ', 'Çınar Lojistik', 'Brio'])
  })
})
