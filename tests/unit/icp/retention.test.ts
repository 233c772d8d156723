import { describe, expect, it } from 'vitest'

import { retentionByBand } from '#app/domain/icp/retention.ts'
import type { AccountCourse } from '#app/domain/icp/sample.ts'
import { weightByPoints } from '#app/domain/icp/weights.ts'
import { industry } from '#tests/support/criteria.ts'

/** Retail is ideal, at 0.9; anything else poor, at 0.1. */
const asked = { ...industry, points: 100 }
const criteria = [{ ...asked, ...weightByPoints(asked) }]

const course = (
  industry: string,
  before: number,
  now: number,
  over: Partial<AccountCourse> = {},
): AccountCourse => {
  const nrr = now / before
  const good = nrr >= 1 ? true : nrr < 0.9 ? false : null
  const outcome = { good, from: '2025-12-01', left: now === 0, revenue: { before, now } }
  return { outcome, facts: { industry }, ...over }
}

const ideal = (courses: readonly AccountCourse[]) => retentionByBand(criteria, courses).bands[0]

describe('retention by band of fit', () => {
  // Kept of 400: 100, 50 and 200. Equal amounts would need 400²/60,000 = 2.67 accounts to be as uncertain.
  it('counts accounts, and revenue without and with growth', () => {
    const found = ideal([
      course('Retail', 100, 100),
      course('Retail', 100, 50),
      course('Retail', 200, 240),
      course('Mining', 100, 0),
    ])
    expect(found).toMatchObject({ band: 'ideal', nrr: null })
    expect(found?.kept).toMatchObject({ kept: 2, of: 3 })
    expect(found?.kept.low).toBeCloseTo(0.20766, 5)
    expect(found?.stayed).toMatchObject({ kept: 3, of: 3 })
    expect(found?.grr?.value).toBeCloseTo(0.875, 12)
    expect(found?.grr?.low).toBeCloseTo(0.316677, 5)
    expect(found?.grr?.high).toBeCloseTo(0.990631, 5)
  })

  // By the definition of the jackknife: 500 before and 500 now, each account left out in turn.
  it('draws the interval of net retention from five accounts on', () => {
    const pairs = [
      [100, 100],
      [100, 50],
      [200, 240],
      [50, 50],
      [50, 60],
    ] as const
    const found = ideal(pairs.map(([before, now]) => course('Retail', before, now)))
    expect(found?.nrr?.value).toBeCloseTo(1, 12)
    expect(found?.nrr?.low).toBeCloseTo(0.678137, 5)
    expect(found?.nrr?.high).toBeCloseTo(1.321863, 5)
  })

  it('leaves no doubt out where everybody stayed', () => {
    const found = ideal(Array.from({ length: 5 }, () => course('Retail', 100, 100)))
    expect(found?.grr?.value).toBe(1)
    expect(found?.grr?.low).toBeCloseTo(0.565518, 5)
  })

  it('leaves out what was not on record early on, or not decided', () => {
    const undecided = { good: null, from: null, left: false, revenue: null }
    const { all } = retentionByBand(criteria, [
      course('Retail', 100, 100),
      course('Retail', 100, 0, { facts: null }),
      course('Retail', 100, 100, { outcome: undecided }),
    ])
    expect(all.kept).toMatchObject({ kept: 1, of: 1 })
    expect(all.stayed).toMatchObject({ kept: 1, of: 1 })
  })

  it('knows no share of revenue where no amount is known', () => {
    const unknown = { good: false, from: '2025-12-01', left: true, revenue: null }
    const found = ideal([course('Retail', 100, 100, { outcome: unknown })])
    expect(found).toMatchObject({ grr: null, nrr: null })
    expect(found?.stayed).toMatchObject({ kept: 0, of: 1 })
  })
})
