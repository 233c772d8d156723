import { expect, test } from 'vitest'

import { fitShift, type Standing } from '#app/domain/icp/drift/fit-shift.ts'

const standing = (id: number, fit: number, arr = 10): Standing => ({
  ...{ id, fit, arr },
  name: `Account ${id}`,
})
const many = (count: number, fit: number, from = 1) =>
  Array.from({ length: count }, (_, i) => standing(from + i, fit))

// Twenty accounts at 0.95, half of which fall to 0.35. With half an account in each of ten bins the shares are
// 20.5 / 25 -> 10.5 / 25 and 0.5 / 25 -> 10.5 / 25: -0.4 · ln(10.5 / 20.5) + 0.4 · ln(10.5 / 0.5) = 0.267620 + 1.217809.
test('compares bins, bands and accounts', () => {
  const shift = fitShift(many(20, 0.95), [...many(10, 0.95), ...many(10, 0.35, 11)])
  expect(shift.psi).toBeCloseTo(1.48543, 5)
  expect(shift.bins.map(({ before, after }) => [before.accounts, after.accounts])).toEqual([
    ...[0, 1, 2].map(() => [0, 0]),
    [0, 10],
    ...[4, 5, 6, 7, 8].map(() => [0, 0]),
    [20, 10],
  ])
  expect(shift.bands).toEqual([
    { band: 'ideal', before: { accounts: 20, arr: 200 }, after: { accounts: 10, arr: 100 } },
    { band: 'good', before: { accounts: 0, arr: 0 }, after: { accounts: 0, arr: 0 } },
    { band: 'fair', before: { accounts: 0, arr: 0 }, after: { accounts: 0, arr: 0 } },
    { band: 'poor', before: { accounts: 0, arr: 0 }, after: { accounts: 10, arr: 100 } },
  ])
  expect(shift.moved).toHaveLength(10)
})

test('lists the largest move between bands first, then who came or went', () => {
  const before = [standing(1, 0.7), standing(2, 0.7), standing(3, 0.7), standing(4, 0.7)]
  const after = [standing(1, 0.8), standing(2, 0.1), standing(3, 0.74), standing(5, 0.1)]
  expect(fitShift(before, after).moved).toEqual([
    { id: 2, name: 'Account 2', before: 0.7, after: 0.1 },
    { id: 1, name: 'Account 1', before: 0.7, after: 0.8 },
    { id: 4, name: 'Account 4', before: 0.7, after: null },
    { id: 5, name: 'Account 5', before: null, after: 0.1 },
  ])
})

test('compares no distribution of fewer than 20 accounts', () => {
  expect(fitShift(many(19, 0.9), many(30, 0.9)).psi).toBeNull()
  expect(fitShift(many(20, 0.9), many(20, 0.9)).psi).toBe(0)
})

test('has a bin for a fit of 1', () => {
  expect(fitShift([], [standing(1, 1)]).bins.at(-1)?.after.accounts).toBe(1)
})
