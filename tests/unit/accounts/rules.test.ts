import { describe, expect, it } from 'vitest'

import {
  bandRange,
  healthBand,
  healthValue,
  makesCycle,
  mayEditAccount,
  weightOn,
} from '#app/domain/accounts/rules.ts'
import type { Role, Team } from '#db/constants.ts'

describe('mayEditAccount', () => {
  const rows: [Role, Team, own: boolean, others: boolean][] = [
    ['viewer', 'cs', false, false],
    ['contributor', 'cs', true, false],
    ['manager', 'cs', true, true],
    ['admin', 'cs', true, true],
    ['viewer', 'product', false, false],
    ['contributor', 'product', false, false],
    ['manager', 'product', false, false],
    ['admin', 'product', true, true],
    ['contributor', 'other', false, false],
    ['manager', 'other', false, false],
    ['admin', 'other', true, true],
  ]
  it.each(rows)('%s of %s: own %s, others %s', (role, team, own, others) => {
    const who = { id: 4, role, team }
    expect(mayEditAccount(who, { ownerId: 4 })).toBe(own)
    expect(mayEditAccount(who, { ownerId: 5 })).toBe(others)
    expect(mayEditAccount(who, { ownerId: null })).toBe(others)
  })
})

describe('health', () => {
  it.each([
    [100, null, 'green', 100],
    [70, 'red', 'green', 70],
    [69, null, 'yellow', 69],
    [40, null, 'yellow', 40],
    [39, 'green', 'red', 39],
    [0, null, 'red', 0],
    [null, 'green', 'green', 80],
    [null, 'yellow', 'yellow', 55],
    [null, 'red', 'red', 25],
    [null, null, null, null],
  ] as const)('score %s and colour %s: %s, %s', (healthScore, healthColour, band, value) => {
    expect(healthBand({ healthScore, healthColour })).toBe(band)
    expect(healthValue({ healthScore, healthColour })).toBe(value)
  })

  it('gives each band its scores', () => {
    expect(bandRange('green')).toEqual({ from: 70, below: 101 })
    expect(bandRange('yellow')).toEqual({ from: 40, below: 70 })
    expect(bandRange('red')).toEqual({ from: 0, below: 40 })
  })
})

describe('weightOn', () => {
  it.each([
    [1.2, '2026-01-15', 1.2],
    [1.2, '2026-01-14', 1],
    [1, null, 1],
  ])('%s until %s counts %s', (strategicWeight, strategicUntil, expected) => {
    expect(weightOn({ strategicWeight, strategicUntil }, '2026-01-15')).toBe(expected)
  })
})

it('finds the account among the ancestors of its new parent', () => {
  expect(makesCycle(1, [5, 3, 1])).toBe(true)
  expect(makesCycle(1, [1])).toBe(true)
  expect(makesCycle(1, [5, 3])).toBe(false)
})
