import { describe, expect, it } from 'vitest'

import { mean, meanPoints, pointsInCommon, topOverlap } from '#app/domain/icp/alignment.ts'
import { explainAgreement, gapOf, verdictOf } from '#app/domain/icp/alignment-words.ts'
import { kendallW } from '#app/lib/rank-correlation.ts'
import { alignmentExample } from '#tests/support/vectors.ts'

// Points of three people each with the means and the concordances that section 5.4 of the model prints.
const CS = [
  [25, 20, 20, 20, 15],
  [30, 30, 15, 20, 5],
  [35, 10, 25, 25, 5],
]
const PRODUCT = [
  [10, 15, 45, 10, 20],
  [15, 25, 30, 5, 25],
  [20, 20, 30, 5, 25],
]

describe('the points of both teams', () => {
  it('have in common what the worked example says', () => {
    const [cs, product] = [meanPoints(CS), meanPoints(PRODUCT)]
    expect(cs.map((points) => points.toFixed(2))).toEqual([
      '30.00',
      '20.00',
      '20.00',
      '21.67',
      '8.33',
    ])
    expect(pointsInCommon(cs, product)).toBeCloseTo(0.7, 6)
  })

  it('are ranked as alike as the worked example says', () => {
    expect(kendallW(CS)).toBeCloseTo(0.82716, 6)
    expect(kendallW(PRODUCT)).toBeCloseTo(0.953216, 6)
    expect(kendallW([...CS, ...PRODUCT])).toBeCloseTo(0.222222, 6)
  })

  it('say nothing where nobody tells two criteria apart', () => {
    expect(kendallW([[50, 50]])).toBeNull()
    expect(kendallW([])).toBeNull()
    expect(kendallW([[60, 40]])).toBe(1)
  })
})

describe('the accounts at the top', () => {
  it('overlap as in the worked example', () => {
    const means = (ratings: Record<string, number[]>) => Object.values(ratings).map(mean)
    const { shared, corrected } = topOverlap(
      means(alignmentExample.cs),
      means(alignmentExample.product),
      3,
    )
    expect(shared).toBe(2)
    expect(corrected).toBeCloseTo(0.466667, 6)
  })

  it('say nothing where all are at the top', () => {
    expect(topOverlap([1, 2], [2, 1], 2)).toEqual({ shared: 2, corrected: null })
  })
})

describe('what an agreement means', () => {
  it.each([
    [0.45, 19, 'few'],
    [null, 20, 'unclear'],
    [0.45, 20, 'apart'],
    [0.667, 20, 'tentative'],
    [0.8, 20, 'aligned'],
  ] as const)('%s over %s accounts is %s', (across, accounts, verdict) => {
    expect(verdictOf(across, accounts)).toBe(verdict)
  })

  it.each([
    [{ cs: 0.8, product: 0.81, across: 0.45 }, /two mean different customers/],
    [{ cs: 0.85, product: 0.81, across: 0.75 }, /nearly the same customer/],
    [{ cs: 0.74, product: 0.72, across: 0.53 }, /alike only in part/],
    [{ cs: 0.9, product: 0.9, across: 0.85 }, /mean the same customer/],
    [{ cs: 0.3, product: 0.2, across: 0.15 }, /text of the profile is unclear/],
    [{ cs: 0.6, product: 0.6, across: 0.1 }, /differ more than that/],
    [{ cs: 0.8, product: 0.2, across: 0.1 }, /^Customer Success agrees within itself/],
    [{ cs: 0.2, product: 0.8, across: 0.1 }, /^Product agrees within itself/],
    [{ cs: null, product: 0.8, across: 0.1 }, /nothing to compare/],
  ])('%o', (agreement, words) => {
    expect(explainAgreement(verdictOf(agreement.across, 20), agreement)).toMatch(words)
  })

  it('says nothing of too few accounts', () => {
    const agreement = { cs: 0.9, product: 0.9, across: 0.9 }
    expect(explainAgreement(verdictOf(0.9, 19), agreement)).toMatch(/20 accounts before/)
  })

  it('has a gap where all three are known', () => {
    expect(gapOf({ cs: 0.803209, product: 0.807531, across: 0.453027 })).toBeCloseTo(0.350182, 6)
    expect(gapOf({ cs: null, product: 1, across: 1 })).toBeNull()
  })
})
