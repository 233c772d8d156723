import { describe, expect, it } from 'vitest'

import { midRanks, spearman } from '#app/lib/rank-correlation.ts'

describe('midRanks', () => {
  it('gives equal values the mean of their places', () => {
    expect(midRanks([10, 30, 20, 30])).toEqual([4, 1.5, 3, 1.5])
    expect(midRanks([])).toEqual([])
  })
})

describe('spearman', () => {
  it('is 1 for one order, −1 for the reverse', () => {
    expect(spearman([1, 2, 3], [10, 200, 3000])).toBeCloseTo(1, 12)
    expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12)
  })

  // 1 − 6·Σd²/(n(n²−1)) with d = 1, −1, 1, −1, 0: 1 − 24/120
  it('is what the formula without ties gives', () => {
    expect(spearman([50, 40, 30, 20, 10], [8, 9, 6, 7, 1])).toBeCloseTo(0.8, 12)
  })

  // Ranks 1.5 1.5 3 and 1 2 3: deviations −½ −½ 1 and −1 0 1; 1.5 / √(1.5 · 2)
  it('takes ties at their mean rank', () => {
    expect(spearman([5, 5, 1], [9, 8, 7])).toBeCloseTo(0.8660254, 7)
  })

  it('has nothing to say where one order has no difference', () => {
    expect(spearman([1, 1], [1, 2])).toBeNull()
    expect(spearman([], [])).toBeNull()
  })
})
