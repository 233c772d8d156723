import { describe, expect, it } from 'vitest'

import {
  baselineHazard,
  correctionFactor,
  fragility,
  hazardOf,
  isExpired,
  probabilityOf,
  staleness,
  weighClaim,
} from '#app/domain/scoring/hazards.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { EVIDENCES, type Importance } from '#db/constants.ts'

const claim = { severity: 'blocker', evidence: 'none', ageDays: 0 } as const

describe('hazard and probability', () => {
  it('are two ways to say the same', () => {
    expect(hazardOf(0.3)).toBeCloseTo(0.356674944, 9)
    expect(hazardOf(0.9)).toBeCloseTo(2.302585093, 9)
    expect(probabilityOf(hazardOf(0.42))).toBeCloseTo(0.42, 15)
  })
})

describe('the baseline', () => {
  // b(30) = 40 % and b(80) = 5 % are the anchors; three quarters of the hazard are not about the product.
  it.each([
    [80, 0.03846997, 5],
    [30, 0.38311922, 5],
    [35, 0.312636, 6],
    [60, 0.101757, 6],
    [65, 0.080110799, 9],
  ])('of health %d', (health, hazard, digits) => {
    expect(baselineHazard(health, DEFAULT_PARAMETERS)).toBeCloseTo(hazard, digits)
  })
})

describe('fragility', () => {
  it.each([
    [0, 2],
    [50, 1],
    [100, 0.5],
    [35, 1.231144413344916],
  ])('of health %d is %d', (health, chi) => {
    expect(fragility(health)).toBeCloseTo(chi, 12)
  })
})

describe('a claim', () => {
  const ladder: [Importance, number[]][] = [
    ['blocker', [0.3, 0.359716, 0.51, 0.657]],
    ['critical', [0.1, 0.123397, 0.19, 0.271]],
    ['major', [0.03, 0.037358, 0.0591, 0.087327]],
    ['minor', [0.01, 0.012484, 0.0199, 0.029701]],
  ]
  it.each(ladder)('%s weighs by its evidence', (severity, probabilities) => {
    EVIDENCES.forEach((evidence, i) => {
      const { lambda } = weighClaim(
        { severity, evidence, ageDays: 0 },
        'change_request',
        1,
        DEFAULT_PARAMETERS,
      )
      expect(probabilityOf(lambda)).toBeCloseTo(probabilities[i] ?? Number.NaN, 6)
    })
  })

  it('weighs by its type', () => {
    const weigh = (type: 'bug' | 'change_request' | 'feature_request' | 'question') =>
      weighClaim(claim, type, 1, DEFAULT_PARAMETERS).lambda / hazardOf(0.3)
    expect(weigh('bug')).toBeCloseTo(1.25, 12)
    expect(weigh('change_request')).toBeCloseTo(1, 12)
    expect(weigh('feature_request')).toBeCloseTo(0.8, 12)
    expect(weigh('question')).toBeCloseTo(0.1, 12)
  })

  it('is scaled by the portfolio’s anchor', () => {
    const anchored = { ...DEFAULT_PARAMETERS, kReq: 0.5 }
    expect(weighClaim(claim, 'change_request', 1, anchored).lambda).toBeCloseTo(0.178337472, 9)
  })

  it('is never more than 90 % alone', () => {
    const worst = { ...claim, evidence: 'customer_written' } as const
    const { lambda } = weighClaim(worst, 'bug', 2, DEFAULT_PARAMETERS)
    expect(lambda).toBeCloseTo(2.302585093, 9)
  })

  it('halves in 180 days', () => {
    expect(staleness(0, DEFAULT_PARAMETERS)).toBe(1)
    expect(staleness(180, DEFAULT_PARAMETERS)).toBe(0.5)
    expect(staleness(-3, DEFAULT_PARAMETERS)).toBe(1)
  })

  // 180 · log2(20) = 777.9 days.
  it('expires under a twentieth of its weight', () => {
    expect(isExpired(777, DEFAULT_PARAMETERS)).toBe(false)
    expect(isExpired(778, DEFAULT_PARAMETERS)).toBe(true)
  })
})

describe('the correction by past outcomes', () => {
  const correct = (hazard: number, a: number, b: number) =>
    correctionFactor(hazard, { ...DEFAULT_PARAMETERS, platt: { a, b } })

  it('is none with 0 and 1, and of nothing', () => {
    expect(correct(0.7, 0, 1)).toBe(1)
    expect(correct(0, 1, 2)).toBe(1)
  })

  // The worked example of the model: a = 0.078936 and b = 1.018679 make 0.816247 of 0.80 and 0.177072 of 0.17.
  it.each([
    [0.8, 0.816247],
    [0.17, 0.177072],
  ])('brings %d to %d', (q, corrected) => {
    const hazard = hazardOf(q)
    expect(probabilityOf(hazard * correct(hazard, 0.078936, 1.018679))).toBeCloseTo(corrected, 6)
  })
})
