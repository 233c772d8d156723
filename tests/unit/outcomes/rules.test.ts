import { describe, expect, test } from 'vitest'

import { dueToday } from '#app/domain/outcomes/prediction.ts'
import { lostShare, nextRenewal } from '#app/domain/outcomes/rules.ts'
import { outcomeSchema } from '#app/domain/outcomes/schemas.ts'

describe('the next renewal', () => {
  test.each([
    ['2026-05-15', null, '2027-05-15'],
    ['2026-05-15', '2025-05-15', '2027-05-15'],
    // A contract that ends the day before its anniversary.
    ['2026-05-14', '2025-05-15', '2027-05-14'],
    ['2026-05-15', '2023-05-15', '2029-05-15'],
    ['2026-05-31', '2026-04-30', '2026-06-30'],
    // The fourth year of yearly terms.
    ['2026-05-15', '2022-05-15', '2027-05-15'],
    ['2024-02-29', null, '2025-02-28'],
  ])('after %s, begun %s, is %s', (renewsOn, startsOn, next) => {
    expect(nextRenewal(renewsOn, startsOn)).toBe(next)
  })
})

test('money lost is the part that is gone; more than before is none lost', () => {
  expect(lostShare(100, 100)).toBe(0)
  expect(lostShare(100, 130)).toBe(0)
  expect(lostShare(100, 40)).toBeCloseTo(0.6, 12)
  expect(lostShare(100, 0)).toBe(1)
  expect(lostShare(0, 0)).toBeNull()
  expect(lostShare(null, 0)).toBeNull()
})

test.each([
  [91, []],
  [90, [90]],
  [60, [90]],
  [59, []],
  [30, [30]],
  [20, [30]],
  [19, []],
])('%d days ahead the predictions of %j are due, or late by a third at most', (days, due) => {
  expect(dueToday(days)).toEqual(due)
})

describe('the form of an outcome', () => {
  const schema = outcomeSchema({ minor: 100_000_00, currency: 'EUR' })
  const form = { version: 1, outcome: 'renewed', decidedOn: '2026-01-10' }
  const problemsOf = (values: object) =>
    schema.safeParse({ ...form, ...values }).error?.issues.map(({ path }) => path.join('.'))

  test('keeps the amount of a renewal, and none of a contract that churned', () => {
    expect(schema.parse(form)).toMatchObject({
      amountAfter: { minor: 100_000_00 },
      reason: null,
      itemId: null,
    })
    const churned = { ...form, outcome: 'churned', reason: 'price', itemId: 7, amount: '5' }
    expect(schema.parse(churned)).toMatchObject({
      amountAfter: { minor: 0 },
      reason: 'price',
      itemId: null,
    })
  })

  test('wants the reason of a loss, and an amount that goes the way it says', () => {
    expect(problemsOf({ outcome: 'churned' })).toEqual(['reason'])
    expect(problemsOf({ outcome: 'expanded' })).toEqual(['amount'])
    expect(problemsOf({ outcome: 'expanded', amount: '100000' })).toEqual(['amount'])
    expect(problemsOf({ outcome: 'expanded', amount: '100000.01' })).toBeUndefined()
    const contracted = { outcome: 'contracted', reason: 'price' }
    expect(problemsOf({ ...contracted, amount: '100000' })).toEqual(['amount'])
    expect(problemsOf({ ...contracted, amount: '0' })).toEqual(['amount'])
    expect(problemsOf({ ...contracted, amount: '40000' })).toBeUndefined()
  })
})
