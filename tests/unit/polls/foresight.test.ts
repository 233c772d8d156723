import { describe, expect, it } from 'vitest'

import { foresight, standardErrorOfAuc } from '#app/domain/polls/foresight.ts'

describe('foresight', () => {
  // Hanley and McNeil's formula by hand: Q1 = 0.6, Q2 = 1.125/1.75, variance 0.342857/6
  it('has the standard error of Hanley and McNeil', () => {
    expect(standardErrorOfAuc(0.75, 3, 2)).toBeCloseTo(0.239046, 6)
  })

  const rated = (good: boolean, ...ratings: number[]) => ratings.map((rating) => ({ rating, good }))

  // 22 of 25 pairs are in order, two are ties: 23/25
  it('is the share of pairs in order', () => {
    const found = foresight([...rated(true, 5, 5, 4, 4, 3), ...rated(false, 4, 2, 2, 1, 1)])
    expect(found).toMatchObject({ value: 0.92, good: 5, bad: 5, high: 1 })
  })

  it('says nothing of four outcomes of a kind', () => {
    expect(foresight([...rated(true, 5, 5, 4, 4), ...rated(false, 4, 2, 2, 1, 1)])).toBeNull()
    expect(foresight([])).toBeNull()
  })
})
