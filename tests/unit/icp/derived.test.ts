import { describe, expect, it } from 'vitest'

import { derivedFacts, type DerivedSource } from '#app/domain/icp/derived.ts'
import { factsByAccount } from '#app/domain/icp/facts.ts'

type Account = DerivedSource['accounts'][number]
type Contract = DerivedSource['contracts'][number]

const TODAY = '2026-01-15'
const account = (id: number, values: Partial<Account> = {}): Account => ({
  ...{ id, parentId: null, region: null, archivedAt: null },
  ...values,
})
const contract = (accountId: number, values: Partial<Contract> = {}): Contract => ({
  ...{ accountId, covers: [], amount: { minor: 120_000_00, currency: 'EUR' }, period: 'year' },
  ...{ startsOn: '2025-01-15', endedOn: null, productLineId: 1 },
  ...values,
})
const factsOf = (id: number, accounts: Account[], contracts: Contract[] = []) =>
  derivedFacts({
    ...{ accounts, contracts, today: TODAY },
    rates: { base: 'EUR', rates: { TRY: 0.02 } },
  }).get(id)

describe('derived facts', () => {
  it('of an account without contracts are zeros, and unknown where there is nothing to count', () => {
    expect(factsOf(1, [account(1)])).toEqual({
      'derived:arr': 0,
      'derived:tenure': null,
      'derived:contracts': 0,
      'derived:lines': 0,
      'derived:regions': null,
    })
  })

  // 12 · 1,000.50 € + 100,000 ₺ · 0.02 = 14,006 €; the first one began 22 months and 17 days ago and has ended.
  it('sum up the open contracts, and date from the first of all', () => {
    const contracts = [
      contract(1, { amount: { minor: 1_000_50, currency: 'EUR' }, period: 'month' }),
      contract(1, { amount: { minor: 100_000_00, currency: 'TRY' }, productLineId: 2 }),
      contract(1, { startsOn: '2024-02-29', endedOn: '2025-02-28', productLineId: 3 }),
      contract(1, { startsOn: '2026-01-16', productLineId: 4 }),
      contract(2, { productLineId: 5 }),
    ]
    expect(factsOf(1, [account(1), account(2)], contracts)).toEqual({
      'derived:arr': 14_006,
      'derived:tenure': 22,
      'derived:contracts': 2,
      'derived:lines': 2,
      'derived:regions': null,
    })
  })

  it('do not know the ARR without a plan rate, the lines where none is named, a start to come', () => {
    const amount = { minor: 100, currency: 'USD' }
    expect(factsOf(1, [account(1)], [contract(1, { amount }), contract(1)])).toMatchObject({
      'derived:arr': null,
      'derived:contracts': 2,
    })
    const undated = contract(1, { productLineId: null, startsOn: null })
    expect(factsOf(1, [account(1)], [undated])).toMatchObject({
      'derived:lines': null,
      'derived:tenure': null,
    })
    expect(factsOf(1, [account(1)], [contract(1, { startsOn: '2026-02-01' })])).toMatchObject({
      'derived:tenure': null,
      'derived:contracts': 0,
    })
  })

  it('count the regions of itself, of all it owns and of what its open contracts cover, once each', () => {
    const accounts = [
      account(1, { region: 'Türkiye', parentId: 2 }),
      account(2, { region: ' TURKIYE ', parentId: 1 }),
      account(3, { region: 'Germany', parentId: 2 }),
      account(4, { region: 'Spain', parentId: 1, archivedAt: new Date() }),
      account(5, { region: 'France' }),
      account(6, { region: 'Italy' }),
    ]
    const contracts = [
      contract(1, { covers: [5] }),
      contract(1, { covers: [6], endedOn: '2026-01-15' }),
    ]
    // Türkiye, Germany, France; a circle of owners is gone round once.
    expect(factsOf(1, accounts, contracts)?.['derived:regions']).toBe(3)
    expect(factsOf(5, accounts, contracts)?.['derived:regions']).toBe(1)
  })
})

it('takes an attribute that was put away, and one that nobody filled in, for unknown', () => {
  const standard = { industry: 'Retail', segment: null, plan: null, employees: 8 }
  const row = {
    ...account(1, { region: 'EU' }),
    ...standard,
    lifecycle: 'active',
    attributes: { erp: true, gone: 'kept' },
  }
  const facts = factsByAccount({
    ...{ accounts: [row], contracts: [], today: TODAY, rates: { base: 'EUR', rates: {} } },
    customKeys: ['erp', 'tier'],
  }).get(1)
  expect(facts).toMatchObject({ industry: 'Retail', 'custom:erp': true, 'custom:tier': null })
  expect(facts).not.toHaveProperty('custom:gone')
})
