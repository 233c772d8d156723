import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compareRank, rankScore, type Rankable } from '#app/domain/scoring/rank.ts'

const ranked = (...items: Rankable[]) => items.sort(compareRank).map(({ id }) => id)

describe('the order of the backlog', () => {
  it('is by score, then by lower cost, then by id', () => {
    expect(
      ranked(
        { id: '10', score: 50, costMean: 2 },
        { id: '9', score: 50, costMean: 2 },
        { id: '3', score: 50, costMean: 1 },
        { id: '4', score: 60, costMean: 9 },
        { id: '5', score: 0, costMean: 1 },
      ),
    ).toEqual(['4', '3', '9', '10', '5'])
  })

  it('takes scores as equal that only rounding errors tell apart', () => {
    const noisy = { id: 'A', score: 0.1 + 0.2, costMean: 2 }
    const exact = { id: 'B', score: 0.3, costMean: 1 }
    expect(noisy.score).not.toBe(exact.score)
    expect(ranked(noisy, exact)).toEqual(['B', 'A'])
  })

  it('never takes scores as equal that differ by more than 1e-9', () => {
    expect(
      ranked({ id: 'A', score: 1000, costMean: 1 }, { id: 'B', score: 1000.000002, costMean: 9 }),
    ).toEqual(['B', 'A'])
  })

  it('is total: whatever two say of a third, they say of each other', () => {
    // Steps of 4e-10, of which two are apart by more than the tolerance and one is not.
    const near = fc.record({
      id: fc.nat(30).map(String),
      score: fc.nat(12).map((step) => 1234.5 * (1 + step * 4e-10)),
      costMean: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(near, near, near, (a, b, c) => {
        expect(Math.sign(compareRank(a, b)) + Math.sign(compareRank(b, a))).toBe(0)
        if (compareRank(a, b) <= 0 && compareRank(b, c) <= 0) {
          expect(compareRank(a, c)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps ten digits of a score', () => {
    expect(rankScore(10203.609698766764)).toBe(10203.6097)
    expect(rankScore(0)).toBe(0)
  })
})
