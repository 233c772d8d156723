import { describe, expect, it } from 'vitest'

import { canny, nearestFibonacci, NORMAL } from '#app/domain/scoring/peers/canny.ts'
import { splitByPoints } from '#app/domain/scoring/peers/gitlab.ts'
import { normalise, weightedScore } from '#app/domain/scoring/peers/jira.ts'
import { customerImportance } from '#app/domain/scoring/peers/productboard.ts'
import { rice } from '#app/domain/scoring/peers/rice.ts'
import { wsjf } from '#app/domain/scoring/peers/wsjf.ts'
import { breadth, zudo } from '#app/domain/scoring/peers/zudo.ts'

describe('Productboard', () => {
  it('sums the importance of distinct users, 1 where none is given', () => {
    const notes = ([3, 2, 1, 0, null] as const).map((importance, i) => ({
      user: `user ${i}`,
      importance,
    }))
    expect(customerImportance(notes)).toBe(7)
  })

  it('counts a user once, with the latest importance', () => {
    const notes = [
      { user: 'Ada', importance: 3 },
      { user: 'Bo', importance: 2 },
      { user: 'Ada', importance: 1 },
    ] as const
    expect(customerImportance(notes)).toBe(3)
    expect(customerImportance([])).toBe(0)
  })
})

it('RICE multiplies reach, impact and confidence, and divides by effort', () => {
  expect(rice({ reach: 500, impact: 2, confidence: 0.8, effort: 4 })).toBe(200)
})

it('WSJF divides the cost of delay by the duration', () => {
  expect(wsjf(20, 8)).toBe(2.5)
})

describe('Jira Product Discovery', () => {
  it('sets the largest to 100 and 0 to 0 where nothing is below', () => {
    expect(normalise([6, 3, 2]).map(Math.round)).toEqual([100, 50, 33])
  })

  it('sets the smallest to 0 where something is below 0', () => {
    expect(normalise([4, -1, 1.5])).toEqual([100, 0, 50])
    expect(normalise([0, 0])).toEqual([0, 0])
    expect(normalise([])).toEqual([])
  })

  // N(10, 5) = 100, 50 and N(2, 4) = 50, 100; 0.6 and −0.4 of them: 40 and −10, which become 100 and 0.
  it('weighs the fields, and sets their sums against each other again', () => {
    expect(
      weightedScore([
        { values: [10, 5], weight: 0.6 },
        { values: [2, 4], weight: -0.4 },
      ]),
    ).toEqual([100, 0])
  })
})

describe('Canny', () => {
  it('brings every kind of factor to 0 to 100', () => {
    expect(NORMAL.ten(7)).toBe(49)
    expect(NORMAL.fibonacci(233)).toBe(100)
    expect(NORMAL.fibonacci(13)).toBeCloseTo(5.579399, 6)
    expect(NORMAL.stars(3)).toBe(36)
    expect(NORMAL.stars(5)).toBe(100)
    expect([NORMAL.checkbox(false), NORMAL.checkbox(true)]).toEqual([0, 100])
    expect(NORMAL.votes(3, 12)).toBe(25)
    expect(NORMAL.votes(0, 0)).toBe(0)
  })

  // (49·2 + 100·1) / 3 = 66; half of it × 1000 = 33,000; ÷ (25·1 + 81·3) / 4 = 67
  it('divides the weighted impacts, less their percentages, by the weighted efforts', () => {
    const score = canny({
      impacts: [
        { value: NORMAL.ten(7), weight: 2 },
        { value: NORMAL.checkbox(true), weight: 1 },
      ],
      percentages: [0.5],
      efforts: [
        { value: NORMAL.ten(5), weight: 1 },
        { value: NORMAL.ten(9), weight: 3 },
      ],
    })
    expect(score).toBeCloseTo(33_000 / 67, 9)
  })

  it('sizes weeks by the nearest number of the series', () => {
    expect([0.5, 1.4, 4, 6.9, 300].map(nearestFibonacci)).toEqual([1, 1, 3, 8, 233])
  })
})

describe('Zudo', () => {
  it('measures breadth on a logarithmic scale', () => {
    expect(breadth(3, 12)).toBeCloseTo(54.05, 2)
    expect(breadth(12, 12)).toBe(100)
    expect(breadth(0, 0)).toBe(0)
  })

  // 0.5·40 + 0.2·54.0476… + 0.3·75
  it('adds revenue share, breadth and urgency', () => {
    expect(zudo({ revenue: 0.4, breadth: breadth(3, 12), urgency: 75 })).toBeCloseTo(53.3095, 4)
  })
})

describe('GitLab', () => {
  it('splits an account’s revenue by its priority points', () => {
    const shares = splitByPoints(100_000, [10, 4, 1])
    expect(shares[0]).toBeCloseTo(66_666.67, 2)
    expect(shares[1]).toBeCloseTo(26_666.67, 2)
    expect(shares[2]).toBeCloseTo(6_666.67, 2)
    expect(splitByPoints(100_000, [])).toEqual([])
  })
})
