import { describe, expect, it } from 'vitest'

import {
  falseDiscoveryRates,
  fisherExact,
  informationValue,
  logOddsRatio,
  posteriorWeight,
} from '#app/domain/icp/evidence.ts'
import { fitOf, priorWeight } from '#app/domain/icp/fit.ts'
import { fitExample } from '#tests/support/vectors.ts'

const { good, bad, criteria, cases } = fitExample
const found = criteria.map(({ points, goodWith, badWith }) => {
  const counts = { goodWith, badWith, good, bad }
  const estimate = logOddsRatio(counts)
  const prior = priorWeight(points)
  return { prior, estimate, p: fisherExact(counts), post: posteriorWeight(prior, estimate) }
})
const rates = falseDiscoveryRates(found.map(({ p }) => p))

describe('the evidence for a criterion', () => {
  it.each(criteria.map((wanted, i) => ({ ...wanted, i })))('$name', ({ i, ...wanted }) => {
    const one = found[i]
    expect(one?.prior).toBeCloseTo(wanted.betaPrior, 6)
    expect(one?.estimate.value).toBeCloseTo(wanted.logOr, 6)
    expect(one?.estimate.se).toBeCloseTo(wanted.se, 6)
    expect(one?.p).toBeCloseTo(wanted.fisherP, 6)
    expect(rates[i]).toBeCloseTo(wanted.bhQ, 6)
    expect(one?.post.mean).toBeCloseTo(wanted.betaPost, 6)
  })

  // From the table of the model.
  it('has an information value', () => {
    const wanted = [0.404221, 0.003551, 0.534064, 1.097114, 0]
    criteria.forEach(({ goodWith, badWith }, i) => {
      expect(informationValue({ goodWith, badWith, good, bad })).toBeCloseTo(wanted[i] ?? NaN, 6)
    })
  })

  it('narrows the doubt', () => {
    expect(found[0]?.post.sd).toBeCloseTo(0.490667, 6)
  })

  it.each(cases.map((one) => ({ ...one, name: one.meets.join() })))(
    'fit of $name before and after',
    ({ meets, prior, posterior }) => {
      const fit = (weightOf: (one: (typeof found)[number]) => number) =>
        fitOf(found.map((one, i) => ({ weight: weightOf(one), met: meets[i] ?? Number.NaN })))
      expect(fit((one) => one.prior)).toBeCloseTo(prior, 6)
      expect(fit((one) => one.post.mean)).toBeCloseTo(posterior, 6)
    },
  )
})

// By hand: of 4 accounts 2 are good, and both of those and no other meet it; one table of six is as unlikely on each side.
it('tests a small table exactly', () => {
  expect(fisherExact({ goodWith: 2, badWith: 0, good: 2, bad: 2 })).toBeCloseTo(2 / 6, 12)
})

// By hand: 0.01·4, 0.04·4/2, 0.03·4/2 is less than 0.04·4/3, and 0.5.
it('lets no rate be larger than that of a weaker finding', () => {
  const rates = falseDiscoveryRates([0.04, 0.01, 0.5, 0.03])
  expect(rates.map((rate) => Number(rate.toFixed(12)))).toEqual([
    0.053333333333, 0.04, 0.5, 0.053333333333,
  ])
})
