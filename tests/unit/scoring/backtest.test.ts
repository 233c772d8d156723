import { describe, expect, it, test } from 'vitest'

import { anchor, gapTarget, renewalsOf, requestLoss } from '#app/domain/scoring/backtest/anchor.ts'
import {
  binCount,
  calibrationError,
  equalCountBins,
  murphyParts,
  reliabilityCurve,
} from '#app/domain/scoring/backtest/calibration.ts'
import { suggestEta } from '#app/domain/scoring/backtest/eta.ts'
import { shrunkRatio, suggestLadder } from '#app/domain/scoring/backtest/ladder.ts'
import {
  arrBrier,
  arrTest,
  auc,
  baseRate,
  brier,
  logLoss,
  rateError,
  skill,
  spiegelhalterZ,
  uncertainty,
  type Decided,
} from '#app/domain/scoring/backtest/metrics.ts'
import { corrected, fitPlatt } from '#app/domain/scoring/backtest/platt.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'

import { backtestExample, example } from '#tests/support/vectors.ts'

const rows = backtestExample.decisions.map(([q = 0, y = 0, raw = 0]): Decided => ({
  q,
  y: y === 1 ? 1 : 0,
  raw,
}))

/** As many digits as the worked example prints. */
const PRINTED = 6

describe('the worked example of twelve decisions', () => {
  it('has its scores', () => {
    expect(brier(rows)).toBeCloseTo(backtestExample.brier, PRINTED)
    expect(baseRate(rows)).toBeCloseTo(1 / 3, 12)
    expect(uncertainty(rows)).toBeCloseTo(2 / 9, 12)
    expect(skill(rows)).toBeCloseTo(backtestExample.skill, PRINTED)
    expect(logLoss(rows)).toBeCloseTo(backtestExample.logLoss, PRINTED)
    expect(arrBrier(rows)).toBeCloseTo(0.096259, PRINTED)
    expect(auc(rows)).toBe(backtestExample.auc)
    expect(spiegelhalterZ(rows)).toBeCloseTo(0.090413, PRINTED)
  })

  it('loses as much money as was expected', () => {
    const { expected, observed, sd, z } = arrTest(rows)
    expect(expected).toBeCloseTo(backtestExample.arrExpected, 9)
    expect(observed).toBe(backtestExample.arrObserved)
    expect(sd).toBeCloseTo(backtestExample.arrSd, PRINTED)
    expect(z).toBeCloseTo(backtestExample.arrZ, PRINTED)
  })

  it('has three bins of four', () => {
    const bins = equalCountBins(rows, binCount(rows.length))
    expect(bins.map(({ count, lost, observed }) => [count, lost, observed])).toEqual([
      [4, 0, 0],
      [4, 1, 0.25],
      [4, 3, 0.75],
    ])
    const [low, middle, high] = bins.map(({ predicted }) => predicted)
    expect(low).toBeCloseTo(0.0875, 12)
    expect(middle).toBeCloseTo(0.21, 12)
    expect(high).toBeCloseTo(0.6525, 12)
    expect(calibrationError(bins)).toBeCloseTo(0.075, 12)
    const { reliability, resolution } = murphyParts(rows, bins)
    expect(reliability).toBeCloseTo(0.006254, PRINTED)
    expect(resolution).toBeCloseTo(0.097222, PRINTED)
  })

  it('has a correction that hardly changes anything', () => {
    const { a, b } = fitPlatt(rows)
    expect(a).toBeCloseTo(backtestExample.plattA, PRINTED)
    expect(b).toBeCloseTo(backtestExample.plattB, PRINTED)
    expect(corrected(0.8, { a, b })).toBeCloseTo(0.816247, PRINTED)
    // The model prints 0.177077 here; its own a and b, by hand, give 1 / (1 + e^1.536309).
    expect(corrected(0.17, { a, b })).toBeCloseTo(0.177072, PRINTED)
  })

  it('rises in steps', () => {
    // By rising prediction: 0 0 0 0 0 0 1 0 | 1 1 0 1; what falls is pooled.
    expect(reliabilityCurve(rows).map(({ rate, count }) => [rate, count])).toEqual([
      [0, 6],
      [0.5, 2],
      [2 / 3, 3],
      [1, 1],
    ])
  })
})

describe('few decisions', () => {
  const kept: Decided[] = [
    { q: 0.1, y: 0, raw: 10 },
    { q: 0.3, y: 0, raw: 10 },
  ]

  it('all kept have no skill, no order and no test of calibration to speak of', () => {
    expect(skill(kept)).toBeNull()
    expect(auc(kept)).toBeNull()
    expect(spiegelhalterZ([{ q: 0.5, y: 0, raw: 1 }])).toBeNull()
  })

  it('are too few to see much: a standard error of 3.2 points with 100 at 12 %', () => {
    expect(rateError(0.12, 100)).toBeCloseTo(0.0325, 4)
  })

  it('with equal predictions are one step', () => {
    const same: Decided[] = [1, 0, 1, 0].map((y) => ({ q: 0.4, y: y === 1 ? 1 : 0, raw: 1 }))
    expect(reliabilityCurve(same)).toEqual([{ from: 0.4, to: 0.4, rate: 0.5, count: 4 }])
  })

  it('stay where they were said without an event against it', () => {
    expect(fitPlatt([])).toEqual({ a: 0, b: 1 })
  })

  test('a correction is found where an undamped step would fly off', () => {
    const sure: Decided[] = Array.from({ length: 40 }, (_, i) => ({
      q: i % 2 === 0 ? 0.999999 : 0.000001,
      y: i % 2 === 0 ? 0 : 1,
      raw: 1,
    }))
    const { a, b } = fitPlatt(sure)
    expect(Number.isFinite(a)).toBe(true)
    // Said the wrong way round each time.
    expect(b).toBeLessThan(0)
  })

  test.each([
    [1, 1],
    [12, 3],
    [40, 6],
    [100, 10],
    [1000, 10],
  ])('%d decisions bear %d bins', (decisions, bins) => {
    expect(binCount(decisions)).toBe(bins)
  })
})

describe('the anchor of requests', () => {
  const slices = [renewalsOf(example.input, example.today, DEFAULT_PARAMETERS)]

  it('is where requests lose their share of what health lets expect', () => {
    expect(gapTarget(slices, DEFAULT_PARAMETERS)).toBeCloseTo(36_339.000508, PRINTED)
    expect(requestLoss(slices, 1, DEFAULT_PARAMETERS)).toBeCloseTo(214_303.882833, PRINTED)
    expect(anchor(slices, DEFAULT_PARAMETERS)).toBeCloseTo(0.106957318, 9)
  })

  it('stays within its bounds', () => {
    expect(anchor([], DEFAULT_PARAMETERS)).toBe(0.1)
    const nobodyAsks = renewalsOf(
      { ...example.input, links: [] },
      example.today,
      DEFAULT_PARAMETERS,
    )
    expect(anchor([nobodyAsks], DEFAULT_PARAMETERS)).toBeCloseTo(3, 12)
  })
})

describe('observed by expected losses', () => {
  test.each([
    [3.2, 0, 0.555556],
    [3.2, 1, 0.694444],
    [3.2, 5, 1.25],
    [0, 0, 1],
    [40, 0, 0.5],
    [0, 40, 1.5],
  ])('%d expected and %d lost is %d', (expected, lost, ratio) => {
    expect(shrunkRatio({ expected, lost })).toBeCloseTo(ratio, 6)
  })

  const nothing = { expected: 0, lost: 0 }

  it('moves a step of the ladder and leaves the others', () => {
    const counts = {
      blocker: { expected: 6, lost: 1 },
      critical: nothing,
      major: nothing,
      minor: nothing,
    }
    const steps = suggestLadder(counts, DEFAULT_PARAMETERS.severity)
    // (1 + 4) / (6 + 4) = 0.5: the hazard 0.356675 becomes 0.178337, 16.3 %.
    expect(steps.map(({ importance }) => importance)).toEqual([
      'blocker',
      'critical',
      'major',
      'minor',
    ])
    expect(steps[0]?.suggested).toBeCloseTo(1 - Math.sqrt(0.7), 12)
    expect(steps[1]?.suggested).toBeCloseTo(0.1, 12)
    expect(steps[3]?.suggested).toBeCloseTo(0.01, 12)
  })

  it('never lets a lesser importance weigh more', () => {
    const flat = { blocker: 0.2, critical: 0.15, major: 0.03, minor: 0.01 }
    const counts = {
      blocker: { expected: 4, lost: 0 },
      critical: { expected: 4, lost: 8 },
      major: nothing,
      minor: nothing,
    }
    const steps = suggestLadder(counts, flat)
    // Hazards 0.223144 × 0.5 and 0.162519 × 1.5 cross; with equal weights they meet in the middle: 0.177675.
    expect(steps[0]?.suggested).toBeCloseTo(1 - Math.exp(-0.177675), 6)
    expect(steps[1]?.suggested).toBe(steps[0]?.suggested)
  })
})

test('deliveries move eta from its prior of 4 in 5', () => {
  expect(suggestEta({ solved: 0, unsolved: 0 })).toBe(0.8)
  expect(suggestEta({ solved: 6, unsolved: 4 })).toBeCloseTo(10 / 15, 12)
})

describe('a model with a correction', () => {
  const parameters = { ...DEFAULT_PARAMETERS, platt: { a: 0.4, b: 0.8 } }
  const score = (using: typeof parameters) =>
    scoreBacklog({ today: example.today, parameters: using, input: example.input })
  const plain = score(DEFAULT_PARAMETERS).exposures
  const result = score(parameters)

  it('moves the probability of renewals and of nothing else', () => {
    for (const [i, { kind, q, links, l0, hazard }] of result.exposures.entries()) {
      const before = plain[i]
      if (!before) throw new Error('The exposures are not the same')
      expect(q).toBeCloseTo(
        kind === 'renewal' ? corrected(before.q, parameters.platt) : before.q,
        12,
      )
      // The shares of the causes stay.
      const shares = links.map(({ lambda }) => lambda / hazard)
      const were = before.links.map(({ lambda }) => lambda / before.hazard)
      shares.forEach((share, j) => expect(share).toBeCloseTo(were[j] ?? NaN, 12))
      expect(l0 / hazard).toBeCloseTo(before.l0 / before.hazard, 12)
    }
  })

  it('still adds up', () => {
    for (const { raw, q, arrAtRisk, baselineCause, links, hazard } of result.exposures) {
      const causes = links.reduce((sum, { lambda }) => sum + (raw * q * lambda) / hazard, 0)
      expect(baselineCause + causes).toBeCloseTo(arrAtRisk, 6)
    }
    const values = result.items.reduce((sum, { value }) => sum + value, 0)
    const keepable = result.exposures.reduce((sum, { w, protectable }) => sum + w * protectable, 0)
    expect(values).toBeCloseTo(keepable, 6)
  })
})
