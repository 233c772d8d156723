import { describe, expect, test } from 'vitest'

import type { Decision } from '#app/domain/outcomes/decision.ts'
import { coverageOf, proofOf } from '#app/domain/outcomes/proof.ts'
import { readingsOf } from '#app/domain/outcomes/readings.ts'

const money = (value: number) => `€${value}`

/** Decisions of which so many were lost; each was predicted at q and is worth 100. */
function decided(q: number, count: number, lost: number): Decision[] {
  return Array.from({ length: count }, (_, i): Decision => {
    const y = i < lost
    const prediction = {
      daysAhead: 90 as const,
      frozenOn: '2026-01-01',
      late: i === 0 ? 2 : 0,
      q,
      raw: 100,
      parts: { hazard: 1, baseline: 1, causes: [] },
      inputs: { today: '2026-01-01', input: { exposures: [], items: [], links: [] } },
    }
    return {
      outcomeId: i,
      exposure: `contract:${i}`,
      account: { id: i, name: `Account ${i}` },
      outcome: y ? 'churned' : 'renewed',
      dueOn: '2026-05-31',
      decidedOn: '2026-04-01',
      lostShare: y ? 1 : 0,
      reason: null,
      itemId: null,
      predictions: { 90: prediction },
      delivered: new Set(i % 2 === 0 ? [] : [1]),
    }
  })
}

const readings = (q: number, count: number, lost: number) =>
  readingsOf(proofOf(decided(q, count, lost), 90).all, money)

describe('what the decisions show, in words', () => {
  test('nothing without any', () => {
    expect(readingsOf(null, money)).toEqual([
      'No decision with a prediction yet, so nothing can be said for or against the model.',
    ])
  })

  test('little with few', () => {
    // 2 of 14: the standard error is √(0.1429 × 0.8571 / 14) = 9.4 points. 140 expected, sd 100·√(14 × 0.09) = 112.2.
    // Brier (2 × 0.81 + 12 × 0.01) / 14 = 0.12429 against 0.12245 by the rate: 1 - 1.015 = -0.015.
    expect(readings(0.1, 14, 2)).toEqual([
      'With 14 decisions, of which 2 lost (14 %), a miscalibration below about 19 points cannot be seen.',
      '10 % was predicted and 14 % was lost: no more apart than chance makes them.',
      '€200 was lost where €140 was expected: within what chance explains (z 0.5).',
      'The predictions are 2 % worse than saying the same rate each time; with 2 losses one more or less can turn that around.',
      'The grey steps of the plot are for the eye; they can be relied on from 500 decisions.',
    ])
  })

  test('that predictions were off, with many', () => {
    const [power, calibration, amount, skill] = readings(0.1, 500, 150)
    // 30 % of 500: 2.05 points.
    expect(power).toContain('below about 4 points')
    expect(calibration).toBe(
      '10 % was predicted and 30 % was lost: the predictions were too low, by more than chance explains.',
    )
    expect(amount).toContain('more than chance explains (z 14.9)')
    // Brier 0.25 by the predictions (0.3·0.81 + 0.7·0.01), 0.21 by the rate.
    expect(skill).toBe('The predictions are 19 % worse than saying the same rate each time.')
  })

  test('that all went the same way', () => {
    expect(readings(0.1, 12, 0)).toContain(
      'All decisions went the same way, so skill says nothing: whoever always says so is right.',
    )
  })
})

test('what was delivered before is told apart, and what came late is counted', () => {
  const decisions = decided(0.2, 5, 1)
  const { undelivered, delivered } = proofOf(decisions, 90)
  expect(undelivered).toMatchObject({ count: 3, lost: 1 })
  expect(delivered).toMatchObject({ count: 2, lost: 0, skill: null })
  expect(proofOf(decisions, 30)).toMatchObject({ all: null, bins: [] })
  expect(coverageOf(decisions)).toEqual({
    decisions: 5,
    withoutAmount: 0,
    predicted: { 90: 5, 30: 0 },
    late: { 90: 1, 30: 0 },
  })
})
