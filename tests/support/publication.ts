import type { PublicationContent, PublishedItem } from '#app/domain/publications/content.ts'

type Line = PublishedItem['accounts'][number]

/** What an account has at stake on a published item: the same amount in each respect. */
export function publishedLine(name: string, value: number): Line {
  return { accountId: value, name, arrAtRisk: value, canSave: value, value }
}

/** An item as a publication holds it; everything can be set. */
export function publishedItem(values: Partial<PublishedItem> = {}): PublishedItem {
  return {
    itemId: 1,
    title: 'SSO/SAML',
    type: 'feature_request',
    area: null,
    owner: null,
    lane: 'ranked',
    status: 'planned',
    horizon: 'next',
    shipsOn: null,
    shipQuarter: null,
    rank: 1,
    scoredRank: 1,
    kept: false,
    score: 30,
    low: 10,
    high: 90,
    tier: 1,
    value: 60,
    arrAtRisk: 90,
    canSave: 60,
    costMean: 2,
    estimated: true,
    startBy: null,
    accounts: [publishedLine('Brio', 60)],
    ...values,
  }
}

/** What a publication of these items shows. */
export function publishedContent(items: PublishedItem[]): PublicationContent {
  return {
    organisation: 'Kestrel',
    productLine: 'Platform',
    since: null,
    newCycle: false,
    today: '2026-01-15',
    modelVersion: 1,
    rates: { base: 'EUR', rates: {} },
    profile: null,
    totals: { arrAtRisk: 90, canSave: 60, value: 60, accounts: 3 },
    items,
    shipped: [],
    declined: [],
    changes: [],
    publishedBy: 'Rafael Moreno',
  }
}
