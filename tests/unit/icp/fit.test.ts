import { describe, expect, it } from 'vitest'

import type { Criterion } from '#app/domain/icp/criteria.ts'
import { fitAccount, fitBand } from '#app/domain/icp/fit.ts'
import { weightByPoints } from '#app/domain/icp/weights.ts'
import { industry, region, reseller, size } from '#tests/support/criteria.ts'
import { fitExample } from '#tests/support/vectors.ts'

const byPoints = (criterion: Criterion) => ({ ...criterion, ...weightByPoints(criterion) })
const profile = [industry, size, region, reseller].map(byPoints)
const ideal = { industry: 'Retail', employees: 80, region: 'EU', 'custom:reseller': false }
const labels = (reasons: { label: string }[]) => reasons.map(({ label }) => label)

describe('the fit of the worked example', () => {
  const asked = fitExample.criteria.map(({ name, points }, i): Criterion => ({
    kind: 'points',
    label: name,
    attribute: `fact${i}`,
    points,
    operator: 'is_one_of',
    operand: ['yes'],
  }))
  const criteria = asked.map(byPoints)
  const weighed = asked.map((one, i) => ({
    ...one,
    weight: fitExample.criteria[i]?.betaPost ?? Number.NaN,
  }))
  it.each(fitExample.cases.map((one) => ({ ...one, name: one.meets.join() })))(
    'for $name, by points and by what the outcomes made of them',
    ({ meets, prior, posterior }) => {
      const facts = Object.fromEntries(meets.map((met, i) => [`fact${i}`, met === 1]))
      expect(fitAccount(criteria, facts).fit).toBeCloseTo(prior, 6)
      expect(fitAccount(weighed, facts).fit).toBeCloseTo(posterior, 6)
    },
  )

  it('is a half when nothing is known, and a tenth when nothing is met', () => {
    expect(fitAccount(criteria, {}).fit).toBe(0.5)
    const none = Object.fromEntries(criteria.map(({ attribute }) => [attribute, false]))
    expect(fitAccount(criteria, none).fit).toBeCloseTo(0.1, 12)
  })
})

describe('the fit', () => {
  it('is 0.9 when all is met', () => {
    const { fit, band, ruledOut, mustHaveUnknown } = fitAccount(profile, ideal)
    expect(fit).toBeCloseTo(0.9, 12)
    expect({ band, ruledOut, mustHaveUnknown }).toEqual({
      band: 'ideal',
      ruledOut: false,
      mustHaveUnknown: false,
    })
  })

  // 60 of 100 points met, 40 not: odds 9^0.2.
  it('weighs by points', () => {
    expect(fitAccount(profile, { ...ideal, employees: 8 }).fit).toBeCloseTo(
      9 ** 0.2 / (1 + 9 ** 0.2),
      12,
    )
  })

  it('is 0 with an exclusion met or a must-have failed', () => {
    const excluded = fitAccount(profile, { ...ideal, 'custom:reseller': true })
    expect(excluded).toMatchObject({ fit: 0, band: 'poor', ruledOut: true })
    const elsewhere = fitAccount(profile, { ...ideal, region: 'US' })
    expect(elsewhere).toMatchObject({ fit: 0, band: 'poor', ruledOut: true })
  })

  it('is at most a half while a must-have is unknown', () => {
    const capped = fitAccount(profile, { ...ideal, region: null })
    expect(capped).toMatchObject({ fit: 0.5, band: 'fair', mustHaveUnknown: true })
    const low = fitAccount(profile, { region: '', industry: 'Mining', employees: 8 })
    expect(low.fit).toBeCloseTo(0.1, 12)
    expect(low.mustHaveUnknown).toBe(true)
  })

  it('takes no notice of an exclusion that is unknown', () => {
    const { fit, unknown } = fitAccount(profile, { ...ideal, 'custom:reseller': null })
    expect(fit).toBeCloseTo(0.9, 12)
    expect(labels(unknown)).toEqual(['Reseller'])
  })

  it('says what speaks for it, against it, and what is unknown', () => {
    const found = fitAccount(profile, { industry: 'Retail', employees: 8, region: 'EU' })
    expect(labels(found.reasonsFor)).toEqual(['Hosted region', 'Sector'])
    expect(found.reasonsAgainst).toEqual([
      {
        kind: 'points',
        label: 'Size',
        attribute: 'employees',
        points: 40,
        test: 'is between 50 and 500',
        value: 8,
        // All comes to 0.2 ln 9, this to −0.4 ln 9: minus twice what the fit has beyond ½.
        part: expect.closeTo(-2 * (9 ** 0.2 / (1 + 9 ** 0.2) - 0.5), 12),
      },
    ])
    expect(labels(found.unknown)).toEqual(['Reseller'])
  })
})

// Meeting both comes to e^-(0.5 - 0.2)/2 below even odds.
it('counts a criterion with a weight below zero against whoever meets it', () => {
  const turned = [
    { ...industry, weight: -0.5 },
    { ...size, weight: 0.2 },
  ]
  const both = fitAccount(turned, ideal)
  expect(both.fit).toBeCloseTo(1 / (1 + Math.exp(0.15)), 12)
  expect(labels(both.reasonsAgainst)).toEqual(['Sector'])
  expect(labels(both.reasonsFor)).toEqual(['Size'])
  expect(labels(fitAccount(turned, { industry: 'Mining' }).reasonsFor)).toEqual(['Sector'])
})

describe('bands', () => {
  it.each([
    [1, 'ideal'],
    [0.75, 'ideal'],
    [0.7499, 'good'],
    [0.6, 'good'],
    [0.5999, 'fair'],
    [0.4, 'fair'],
    [0.3999, 'poor'],
    [0, 'poor'],
  ])('%d is %s', (fit, band) => {
    expect(fitBand(fit)).toBe(band)
  })
})
