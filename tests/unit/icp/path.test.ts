import { describe, expect, it } from 'vitest'

import type { Criterion } from '#app/domain/icp/criteria.ts'
import type { Weighed } from '#app/domain/icp/fit.ts'
import { pathFinder, type Met } from '#app/domain/icp/path.ts'
import { weightByPoints } from '#app/domain/icp/weights.ts'
import { industry, region, reseller } from '#tests/support/criteria.ts'

const weigh = (criteria: readonly Criterion[]): Weighed[] =>
  criteria.map((criterion) => ({ ...criterion, ...weightByPoints(criterion) }))

const yes = (attribute: string, points: number): Criterion => ({
  kind: 'points',
  label: attribute,
  attribute,
  points,
  operator: 'is_one_of',
  operand: ['yes'],
})

// In log odds: 20 points weigh 2 ln 9 · 0.2. Bands: ideal from ln 3 = ln 9 / 2 on, so 75 points met of 100 known;
// good from ln 1.5 on, 59.23 points; fair from −ln 1.5 on, 40.77 points.
const sector = { ...industry, points: 20 }
const profile = [sector, yes('erp', 35), yes('sponsor', 25), yes('usage', 20)]
const workable = new Set(['erp', 'sponsor', 'usage'])
const find = pathFinder(weigh(profile), workable)
const stepsOf = (met: Met, to = find) =>
  to(met).paths.map((path) => [path.to, ...path.steps.map(({ attribute }) => attribute)])

describe('the path to a better band', () => {
  it('takes the fewest attributes, and of those the ones that weigh most', () => {
    // 20 points met: 35 more make 55, fair; another 25 make 80, ideal.
    expect(stepsOf([true, false, false, false])).toEqual([['ideal', 'erp', 'sponsor']])
  })

  it('says fit and band after each step', () => {
    const [path] = find([true, false, false, false]).paths
    const [first, second] = path?.steps ?? []
    expect(first).toMatchObject({ turns: [1], findOut: false, band: 'fair' })
    // Odds 9^(2·0.55 − 1) and 9^(2·0.8 − 1).
    expect(first?.fit).toBeCloseTo(9 ** 0.1 / (1 + 9 ** 0.1), 12)
    expect(second?.fit).toBeCloseTo(9 ** 0.6 / (1 + 9 ** 0.6), 12)
  })

  it('gains half from an attribute that is unknown', () => {
    // 60 points met, good; the unknown one brings its other half of 25, the one that is not met all of 20.
    const met = [false, true, null, true]
    expect(find([true, true, null, false]).best).toBe('ideal')
    expect(find(met).paths).toMatchObject([{ to: 'ideal', steps: [{ turns: [2] }] }])
  })

  it('has nowhere to go from the best band', () => {
    expect(find([true, true, true, true])).toEqual({ paths: [], best: 'ideal', fixed: [] })
  })

  it('says what cannot be changed, and the best band without it', () => {
    const out = pathFinder(weigh([{ ...industry, points: 30 }, yes('erp', 70)]), new Set(['erp']))
    expect(out([false, false])).toMatchObject({
      paths: [{ to: 'good', steps: [{ attribute: 'erp' }] }],
      best: 'good',
      fixed: [0],
    })
  })

  it('has no way where nothing can be changed', () => {
    const fixed = pathFinder(weigh(profile), new Set())
    expect(fixed([true, false, false, false])).toEqual({
      paths: [],
      best: 'poor',
      fixed: [1, 2, 3],
    })
  })
})

describe('what is unknown and cannot be changed', () => {
  it('counts only where the rest does not suffice', () => {
    const find = pathFinder(
      weigh([{ ...industry, points: 60 }, yes('erp', 20), yes('sponsor', 20)]),
      new Set(['sponsor']),
    )
    // Half of 60 and 20 make 50: the sponsor's 20 lift to good, to ideal only the other half of the sector.
    expect(stepsOf([null, true, false], find)).toEqual([
      ['good', 'sponsor'],
      ['ideal', 'industry'],
    ])
  })

  it('is found out when it is a must-have', () => {
    const find = pathFinder(weigh([region, yes('erp', 100)]), new Set(['erp']))
    expect(find([null, true]).paths).toMatchObject([
      { to: 'ideal', steps: [{ attribute: 'region', findOut: true, band: 'ideal' }] },
    ])
    // Fair is reached below the cap: the region can wait until then.
    expect(stepsOf([null, false], find)).toEqual([['ideal', 'erp', 'region']])
  })
})

describe('must-haves and exclusions', () => {
  it('end every path that would need them changed', () => {
    const find = pathFinder(weigh([region, reseller, yes('erp', 100)]), new Set(['erp']))
    expect(find([false, false, false])).toEqual({ paths: [], best: 'poor', fixed: [0] })
    expect(find([true, true, false])).toEqual({ paths: [], best: 'poor', fixed: [1] })
  })

  it('come first where they can be changed', () => {
    const find = pathFinder(
      weigh([region, reseller, yes('erp', 100)]),
      new Set(['erp', 'custom:reseller']),
    )
    expect(find([true, true, false]).paths).toMatchObject([
      { to: 'ideal', steps: [{ turns: [1], fit: expect.closeTo(0.1, 12) }, { turns: [2] }] },
    ])
  })

  it('are not broken for points', () => {
    const least = {
      ...yes('seats', 0),
      kind: 'must_have',
      operator: 'at_most',
      operand: 10,
    } as const
    const many = { ...yes('seats', 50), operator: 'at_least', operand: 20 } as const
    const find = pathFinder(weigh([least, many, yes('erp', 50)]), new Set(['seats', 'erp']))
    expect(find([true, false, true])).toMatchObject({ paths: [], best: 'fair' })
  })
})

describe('several criteria on one attribute', () => {
  const plan = (name: string, points: number): Criterion => ({
    ...industry,
    ...{ label: name, attribute: 'plan', points, operand: [name] },
  })

  it('are one step where one value meets them', () => {
    const find = pathFinder(
      weigh([
        { ...yes('seats', 50), operator: 'at_least', operand: 10 },
        { ...yes('seats', 50), operator: 'at_least', operand: 100 },
      ]),
      new Set(['seats']),
    )
    expect(find([false, false]).paths).toMatchObject([{ to: 'ideal', steps: [{ turns: [0, 1] }] }])
  })

  it('are one step where one day meets them', () => {
    const since = (operand: string): Criterion => ({
      ...{ kind: 'points', label: 'Go-live', attribute: 'live', points: 50 },
      ...{ operator: 'at_least', operand },
    })
    const find = pathFinder(weigh([since('2025-01-01'), since('2026-01-01')]), new Set(['live']))
    expect(find([false, null]).paths).toMatchObject([{ to: 'ideal', steps: [{ turns: [0, 1] }] }])
  })

  it('are not counted together where no value meets both', () => {
    // Business instead of Team brings 60 and loses 40: no way to all 100.
    const find = pathFinder(weigh([plan('Team', 40), plan('Business', 60)]), new Set(['plan']))
    expect(find([true, false])).toMatchObject({
      paths: [{ to: 'good', steps: [{ turns: [1] }] }],
      best: 'good',
    })
  })
})

it('does not undo what the retention turned around', () => {
  const [first, ...rest] = weigh([yes('erp', 50), yes('sponsor', 50)])
  const turned = [{ ...first, weight: -0.5 } as Weighed, ...rest]
  const find = pathFinder(turned, new Set(['erp', 'sponsor']))
  expect(stepsOf([true, false], find)).toEqual([['good', 'sponsor']])
})
