import { describe, expect, it } from 'vitest'

import {
  arrOf,
  contractsTouched,
  isLarge,
  isOpenOn,
  matchRenewalDeal,
  nextRenewal,
} from '#app/domain/accounts/contract-rules.ts'

const TODAY = '2026-01-15'
const RATES = { base: 'EUR', rates: { TRY: 0.02, USD: 0.9, JPY: 0.006 } }

type Given = {
  accountId: number
  covers: number[]
  startsOn: string | null
  endedOn: string | null
  renewsOn: string | null
  productLineId: number | null
}

function contract(given: Partial<Given> & { id: number }) {
  return {
    accountId: 1,
    covers: [] as number[],
    startsOn: null,
    endedOn: null,
    renewsOn: null,
    productLineId: null,
    ...given,
  }
}

describe('isOpenOn', () => {
  it.each([
    [null, null, true],
    ['2026-01-15', null, true],
    ['2026-01-16', null, false],
    [null, '2026-01-15', false],
    [null, '2026-01-16', true],
    ['2025-01-01', '2025-12-31', false],
  ])('from %s until %s is %s', (startsOn, endedOn, open) => {
    expect(isOpenOn({ startsOn, endedOn }, TODAY)).toBe(open)
  })
})

describe('arrOf', () => {
  it('adds three currencies and a monthly period by plan rates', () => {
    // 240,000.00 + 12 × 2,500.50 USD × 0.9 + 4,500,000 TRY × 0.02 = 240,000 + 27,005.40 + 90,000
    const arr = arrOf(
      [
        { amount: { minor: 240_000_00, currency: 'EUR' }, period: 'year' },
        { amount: { minor: 2_500_50, currency: 'USD' }, period: 'month' },
        { amount: { minor: 4_500_000_00, currency: 'TRY' }, period: 'year' },
      ],
      RATES,
    )
    expect(arr).toEqual({ amount: { minor: 357_005_40, currency: 'EUR' }, withoutRate: [] })
  })

  it('knows that yen have no cents', () => {
    // 1,000,000 JPY × 0.006 = 6,000 EUR
    expect(
      arrOf([{ amount: { minor: 1_000_000, currency: 'JPY' }, period: 'year' }], RATES),
    ).toEqual({ amount: { minor: 6_000_00, currency: 'EUR' }, withoutRate: [] })
  })

  it('names the currencies without a rate, and counts nothing for them', () => {
    const arr = arrOf(
      [
        { amount: { minor: 100_00, currency: 'SEK' }, period: 'year' },
        { amount: { minor: 100_00, currency: 'CHF' }, period: 'month' },
        { amount: { minor: 100_00, currency: 'SEK' }, period: 'month' },
        { amount: { minor: 50_00, currency: 'EUR' }, period: 'year' },
      ],
      RATES,
    )
    expect(arr).toEqual({
      amount: { minor: 50_00, currency: 'EUR' },
      withoutRate: ['CHF', 'SEK'],
    })
  })

  it('is zero without contracts', () => {
    expect(arrOf([], RATES)).toEqual({ amount: { minor: 0, currency: 'EUR' }, withoutRate: [] })
  })
})

describe('isLarge', () => {
  it.each([
    [{ minor: 1_000_000_000_00, currency: 'EUR' }, 'year', false],
    [{ minor: 1_000_000_000_01, currency: 'EUR' }, 'year', true],
    [{ minor: 100_000_000_00, currency: 'EUR' }, 'month', true],
    [{ minor: 40_000_000_000_00, currency: 'TRY' }, 'year', false],
    [{ minor: 9_000_000_000_000_00, currency: 'SEK' }, 'year', false],
  ] as const)('%o a %s: %s', (amount, period, large) => {
    expect(isLarge(amount, period, RATES)).toBe(large)
  })
})

describe('nextRenewal', () => {
  it('is the earliest of the open contracts', () => {
    const contracts = [
      contract({ id: 1, renewsOn: '2026-06-30' }),
      contract({ id: 2, renewsOn: '2026-03-01' }),
      contract({ id: 3, renewsOn: '2026-02-01', endedOn: '2026-01-01' }),
      contract({ id: 4 }),
    ]
    expect(nextRenewal(contracts, TODAY)).toBe('2026-03-01')
  })

  it.each([
    // 90 and 91 days before 15 January 2026
    ['2025-10-17', '2025-10-17'],
    ['2025-10-16', null],
  ])('overdue since %s gives %s', (renewsOn, expected) => {
    expect(nextRenewal([contract({ id: 1, renewsOn })], TODAY)).toBe(expected)
  })
})

describe('contractsTouched', () => {
  const parent = { id: 1, parentId: null }
  const child = { id: 2, parentId: 1 }
  const contracts = [
    contract({ id: 10, accountId: 1, covers: [2] }),
    contract({ id: 11, accountId: 1 }),
    contract({ id: 12, accountId: 3, covers: [2] }),
    contract({ id: 13, accountId: 1, covers: [2], productLineId: 7 }),
    contract({ id: 14, accountId: 1, covers: [2], endedOn: '2026-01-01' }),
  ]
  const touched = (
    account: { id: number; parentId: number | null },
    given: ReturnType<typeof contract>[],
    line: number | null,
  ) => contractsTouched(account, given, line, TODAY).map(({ id }) => id)

  it('takes every own open contract', () => {
    expect(touched(parent, contracts, null)).toEqual([10, 11, 13])
  })

  it("takes the parent's that cover an account without its own, and never a sibling's", () => {
    expect(touched(child, contracts, null)).toEqual([10, 13])
  })

  it('keeps to the product line, and to contracts that name none', () => {
    expect(touched(child, contracts, 7)).toEqual([10, 13])
    expect(touched(child, contracts, 8)).toEqual([10])
  })

  it("leaves the parent's alone as soon as the account has one of its own", () => {
    const own = contract({ id: 20, accountId: 2, productLineId: 7 })
    expect(touched(child, [...contracts, own], null)).toEqual([20])
    expect(touched(child, [...contracts, own], 8)).toEqual([])
  })
})

describe('matchRenewalDeal', () => {
  const deal = { accountId: 1, closesOn: '2026-06-01', productLineId: null }
  const match = (given: Partial<typeof deal>, contracts: ReturnType<typeof contract>[]) =>
    matchRenewalDeal({ ...deal, ...given }, contracts, TODAY)?.id ?? null

  it.each([
    // 90 and 91 days after 1 June 2026, then before
    ['2026-08-30', 1],
    ['2026-08-31', null],
    ['2026-03-03', 1],
    ['2026-03-02', null],
  ])('a contract that renews on %s: %s', (renewsOn, expected) => {
    expect(match({}, [contract({ id: 1, renewsOn })])).toBe(expected)
  })

  it('takes the nearest date, then the same product line, then the older contract', () => {
    const a = contract({ id: 1, renewsOn: '2026-06-20', productLineId: 5 })
    const b = contract({ id: 2, renewsOn: '2026-06-05', productLineId: 5 })
    const c = contract({ id: 3, renewsOn: '2026-06-05' })
    const d = contract({ id: 4, renewsOn: '2026-05-28' })
    expect(match({}, [a, b])).toBe(2)
    expect(match({}, [b, c, d])).toBe(3)
    expect(match({}, [a, b, c, contract({ id: 9, renewsOn: '2026-06-05' })])).toBe(3)
  })

  it('knows no other account, no ended contract, no contract without a date and no deal without one', () => {
    expect(match({}, [contract({ id: 1, accountId: 2, renewsOn: '2026-06-01' })])).toBeNull()
    expect(
      match({}, [contract({ id: 1, renewsOn: '2026-06-01', endedOn: '2026-01-01' })]),
    ).toBeNull()
    expect(match({}, [contract({ id: 1 })])).toBeNull()
    expect(
      matchRenewalDeal(
        { ...deal, closesOn: null },
        [contract({ id: 1, renewsOn: '2026-06-01' })],
        TODAY,
      ),
    ).toBeNull()
  })
})
