import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { shrunkRatio } from '#app/domain/scoring/backtest/ladder.ts'
import { probabilityOf } from '#app/domain/scoring/hazards.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { adjustmentOf, blockerBudget, weighSubmitter } from '#app/domain/scoring/submitters.ts'
import type { SubmitterInput } from '#app/domain/scoring/types.ts'
import { exposureOf, item, itemOf, link, renewal, TODAY } from '#tests/support/score-input.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'

const CRITICAL = -Math.log(0.9)
const BLOCKER = -Math.log(0.7)

const weigh = (values: Partial<SubmitterInput>) =>
  weighSubmitter({ id: 'S', accounts: 0, blockers: [], ...values }, TODAY, DEFAULT_PARAMETERS)
const claimed = (used: number): string[] => Array.from({ length: used }, () => TODAY)
/** Hazard of a fresh blocker of somebody with `used` of them and 30 accounts. */
const blockerOf = (used: number) => {
  const weight = weigh({ accounts: 30, blockers: claimed(used) })
  return BLOCKER * adjustmentOf('blocker', weight, DEFAULT_PARAMETERS)
}

describe('the budget of blockers', () => {
  it.each([
    [0, 2],
    [1, 2],
    [20, 2],
    [21, 3],
    [30, 3],
    [31, 4],
    // 0.1 · 70 is 7.000000000000001 in binary
    [70, 7],
  ])('of somebody with %d accounts is %d', (accounts, budget) => {
    expect(blockerBudget(accounts, DEFAULT_PARAMETERS)).toBe(budget)
  })

  // Section 3.5 of the model.
  it.each([
    [2, 0.3, 0.502629],
    [6, 0.206275, 0.753943],
    [12, 0.154806, 0.753943],
  ])('of 3 with %d used leaves a blocker %d, and all of them a lead of %d', (used, p, excess) => {
    expect(probabilityOf(blockerOf(used))).toBeCloseTo(p, 6)
    expect(used * (blockerOf(used) - CRITICAL)).toBeCloseTo(excess, 6)
  })

  it('is not used by claims that nobody confirmed for too long', () => {
    // 2^(-777.9 / 180) is 0.05: the 777th day counts, the 778th does not.
    expect(weigh({ blockers: ['2023-11-30', '2023-11-29', TODAY] }).used).toBe(2)
  })

  it('leaves other importances alone', () => {
    const weight = weigh({ blockers: claimed(9) })
    expect(adjustmentOf('critical', weight, DEFAULT_PARAMETERS)).toBe(1)
  })

  it('is never exceeded by all blockers together, none of which falls below a critical claim (P16)', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.integer({ min: 1, max: 200 }), (accounts, used) => {
        const weight = weigh({ accounts, blockers: claimed(used) })
        const own = BLOCKER * adjustmentOf('blocker', weight, DEFAULT_PARAMETERS)
        expect(used * (own - CRITICAL)).toBeLessThanOrEqual(
          weight.budget * (BLOCKER - CRITICAL) * (1 + 1e-9),
        )
        expect(own).toBeGreaterThanOrEqual(CRITICAL)
      }),
    )
  })
})

describe('in the score', () => {
  const blocker = link({ severity: 'blocker', submitter: 'S' })
  const run = (submitter: Partial<SubmitterInput>, links = [blocker]) =>
    scoreBacklog({
      today: TODAY,
      parameters: DEFAULT_PARAMETERS,
      input: {
        exposures: [renewal()],
        items: [item()],
        links,
        submitters: [{ id: 'S', accounts: 30, blockers: [], ...submitter }],
      },
    })
  const claimOf = (...args: Parameters<typeof run>) => exposureOf(run(...args)).links[0]?.claim

  it('a blocker beyond the budget weighs less', () => {
    // At health 50 nothing else weighs: 1 - 0.206275 is e^-λ.
    expect(claimOf({ blockers: claimed(6) })?.lambda).toBeCloseTo(0.231018, 6)
    expect(itemOf(run({ blockers: claimed(6) })).value).toBeLessThan(
      itemOf(run({ blockers: claimed(3) })).value,
    )
  })

  it('the calibration of who claims it multiplies the hazard', () => {
    expect(claimOf({ calibration: 0.5 })?.lambda).toBeCloseTo(0.356675 / 2, 6)
    const both = claimOf({ blockers: claimed(6), calibration: 1.5 })
    expect(both?.lambda).toBeCloseTo(0.231018 * 1.5, 5)
  })

  it('what a manager has settled is nobody’s claim', () => {
    const settled = link({ severity: 'blocker' })
    expect(claimOf({ blockers: claimed(6), calibration: 0.5 }, [settled])?.adjustment).toBe(1)
  })
})

// Section 3.5 of the model, with 3.2 losses expected.
it.each([
  [0, 0.555556],
  [1, 0.694444],
  [5, 1.25],
  [30, 1.5],
])('a record of %d losses where 3.2 were expected is worth %d', (lost, factor) => {
  expect(shrunkRatio({ expected: 3.2, lost }, DEFAULT_PARAMETERS.csmPrior)).toBeCloseTo(factor, 6)
})
