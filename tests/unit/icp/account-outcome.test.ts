import { describe, expect, it } from 'vitest'

import { accountOutcome, type ContractCourse } from '#app/domain/icp/account-outcome.ts'

const today = '2026-06-30'

const contract = (over: Partial<ContractCourse> = {}): ContractCourse => ({
  startsOn: '2024-01-01',
  endedOn: null,
  amount: 100,
  renewals: [],
  ...over,
})

const renewed = (before: number | null, on = '2026-01-01') =>
  ({ on, outcome: 'renewed', before }) as const
const churned = (before: number | null, on = '2026-01-01') =>
  ({ on, outcome: 'churned', before }) as const

describe('an account', () => {
  it.each([
    ['renewed at the same amount is good', 100, 100, true],
    ['that pays more is good', 100, 130, true],
    ['at exactly 90 % is neither', 100, 90, null],
    ['between 90 and 100 % is neither', 100, 97, null],
    ['below 90 % is bad, though it renewed', 100, 89.9, false],
  ])('%s', (_name, before, amount, good) => {
    const outcome = accountOutcome(
      'active',
      [contract({ amount, renewals: [renewed(before)] })],
      today,
    )
    expect(outcome).toMatchObject({ good, left: false, revenue: { before, now: amount } })
  })

  it('without a decision is neither', () => {
    expect(accountOutcome('active', [contract()], today)).toEqual({
      good: null,
      from: null,
      left: false,
      revenue: null,
    })
  })

  it('that churned is bad, whatever else it renewed before', () => {
    const contracts = [contract({ renewals: [renewed(100, '2025-01-01')] })]
    expect(accountOutcome('churned', contracts, today)).toMatchObject({ good: false, left: true })
  })

  it('that ended its only contract has left, though nobody said so of the account', () => {
    const ended = contract({ endedOn: '2026-02-01', renewals: [churned(100)] })
    expect(accountOutcome('active', [ended], today)).toMatchObject({
      good: false,
      left: true,
      from: '2026-01-01',
      revenue: { before: 100, now: 0 },
    })
  })

  it('counts nothing of a contract that churned and still runs for a while', () => {
    const leaving = contract({ endedOn: '2026-09-01', renewals: [churned(100)] })
    expect(accountOutcome('active', [leaving], today).revenue).toEqual({ before: 100, now: 0 })
  })

  // On the eve of 2026-01-01 it pays 100 and 50; now 120 and nothing: 120 of 150 is 80 %.
  it('adds up its contracts: one that grew does not make up for one that ended', () => {
    const contracts = [
      contract({ amount: 120, renewals: [{ on: '2026-03-01', outcome: 'expanded', before: 100 }] }),
      contract({ amount: 50, endedOn: '2026-01-01', renewals: [churned(50)] }),
    ]
    expect(accountOutcome('active', contracts, today)).toMatchObject({
      good: false,
      left: false,
      revenue: { before: 150, now: 120 },
    })
  })

  // 100 before; 40 of it left, and a new contract of 60 since: 100 % in all.
  it('counts a contract signed since as growth', () => {
    const contracts = [
      contract({
        amount: 40,
        renewals: [{ on: '2026-01-01', outcome: 'contracted', before: 100 }],
      }),
      contract({ startsOn: '2026-02-01', amount: 60 }),
    ]
    expect(accountOutcome('active', contracts, today)).toMatchObject({
      good: true,
      revenue: { before: 100, now: 100 },
    })
  })

  it('reaches back over several renewals to the first', () => {
    const twice = contract({ amount: 95, renewals: [renewed(110, '2025-01-01'), renewed(95)] })
    expect(accountOutcome('active', [twice], today)).toMatchObject({
      good: false,
      from: '2025-01-01',
      revenue: { before: 110, now: 95 },
    })
  })

  it('of which an amount is not known is neither, unless it left', () => {
    const unknown = [contract({ renewals: [renewed(null)] })]
    expect(accountOutcome('active', unknown, today)).toMatchObject({ good: null, revenue: null })
    expect(accountOutcome('churned', unknown, today)).toMatchObject({ good: false, left: true })
  })

  it('that paid nothing has no retention to speak of', () => {
    const free = [contract({ amount: 0, renewals: [renewed(0)] })]
    expect(accountOutcome('active', free, today).good).toBeNull()
  })
})
