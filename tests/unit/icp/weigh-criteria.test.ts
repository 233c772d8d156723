import { describe, expect, it } from 'vitest'

import type { Criterion } from '#app/domain/icp/criteria.ts'
import type { Observation } from '#app/domain/icp/observations.ts'
import { weighCriteria } from '#app/domain/icp/weigh-criteria.ts'
import { fitExample } from '#tests/support/vectors.ts'

const { good, bad, criteria: wanted } = fitExample

const criteria = wanted.map(({ name, points }): Criterion => ({
  ...{ kind: 'points', label: name, points },
  ...{ attribute: `custom:${name}`, operator: 'is_one_of', operand: ['yes'] },
}))

/** Accounts with the counts of the worked example: so many of the good and of the bad ones meet each criterion. */
const observations = [
  ...Array.from({ length: good }, (_, i) => ({ good: true, i, of: 'goodWith' as const })),
  ...Array.from({ length: bad }, (_, i) => ({ good: false, i, of: 'badWith' as const })),
].map(({ good, i, of }): Observation => ({
  good,
  facts: Object.fromEntries(wanted.map((one) => [`custom:${one.name}`, i < one[of]])),
}))

describe('the weights of the worked example', () => {
  const weights = weighCriteria(criteria, observations)
  it.each(wanted.map((one, i) => ({ ...one, i })))('$name', ({ i, ...one }) => {
    expect(weights[i]?.weight).toBeCloseTo(one.betaPost, 6)
    const { goodWith, badWith } = one
    expect(weights[i]?.evidence).toEqual({ goodWith, badWith, good, bad })
  })
  it('are less in doubt than by points alone', () => {
    expect(weights[0]?.weightSd).toBeCloseTo(0.490667, 6)
  })
})

const byPoints = criteria.map(({ points }) => (2 * Math.log(9) * points) / 100)

it('are by points alone while too few have turned out either way', () => {
  const few = [...observations.slice(0, 4), ...observations.slice(-14)]
  weighCriteria(criteria, few).forEach(({ weight, weightSd, evidence }, i) => {
    expect(weight).toBeCloseTo(byPoints[i] ?? NaN, 12)
    expect({ weightSd, evidence }).toEqual({ weightSd: 0.7, evidence: null })
  })
})

it('are by points alone for what was not recorded, and nothing for must-haves', () => {
  const [first, ...rest] = criteria
  if (!first) throw new Error('The example has criteria')
  const asked: Criterion[] = [
    { ...first, attribute: 'custom:never' },
    { ...first, kind: 'must_have', points: 0 },
    ...rest,
  ]
  const [never, mustHave, second] = weighCriteria(asked, observations)
  expect(never).toEqual({ weight: byPoints[0], weightSd: 0.7, evidence: null })
  expect(mustHave).toEqual({ weight: 0, weightSd: 0, evidence: null })
  expect(second?.weight).toBeCloseTo(wanted[1]?.betaPost ?? NaN, 6)
})

describe('from 200 outcomes on', () => {
  /** Two criteria that the same accounts meet, and one that nobody's outcome has to do with. */
  const twins: Criterion[] = ['a', 'b', 'other'].map((name) => ({
    ...{ kind: 'points', label: name, points: 100 / 3 },
    ...{ attribute: name, operator: 'is_one_of', operand: ['yes'] },
  }))
  const many = (count: number) =>
    Array.from({ length: count }, (_, i): Observation => {
      const met = i % 2 === 0
      return { good: met ? i % 10 > 0 : i % 10 > 3, facts: { a: met, b: met, other: i % 4 < 2 } }
    })

  it('what goes hand in hand counts once', () => {
    const [apart] = weighCriteria(twins, many(190))
    const [a, b] = weighCriteria(twins, many(220))
    expect(a?.weight).toBeCloseTo(b?.weight ?? NaN, 8)
    expect(a?.weight).toBeLessThan(apart?.weight ?? NaN)
  })
})
