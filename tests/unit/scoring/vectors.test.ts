import { describe, expect, it } from 'vitest'

import { toScoreReport } from '#app/domain/scoring/file.ts'
import { compareRank } from '#app/domain/scoring/rank.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import { expectClose } from '#tests/support/close.ts'
import { itemOf } from '#tests/support/score-input.ts'
import { totalsOf } from '#tests/support/totals.ts'
import { example, expected } from '#tests/support/vectors.ts'

const result = scoreBacklog(example)
const report = toScoreReport(result)

/** Same keys in the same order, same words, and numbers within 1e-9. */
function expectSame(actual: unknown, wanted: unknown, path: string): void {
  if (typeof wanted === 'number') {
    expect(actual, path).toBeTypeOf('number')
    expectClose(Number(actual), wanted)
  } else if (typeof wanted === 'object' && wanted !== null) {
    const keys = Object.keys(wanted)
    expect(Object.keys(Object(actual)), path).toEqual(keys)
    const found = new Map(Object.entries(Object(actual)))
    for (const [key, value] of Object.entries(wanted)) {
      expectSame(found.get(key), value, `${path}.${key}`)
    }
  } else {
    expect(actual, path).toBe(wanted)
  }
}

describe('the worked example', () => {
  it.each(expected.exposures.map((exposure, i) => [exposure.id, exposure, i] as const))(
    'exposure %s',
    (id, wanted, i) => expectSame(report.exposures[i], wanted, id),
  )

  it.each(expected.items.map((item, i) => [item.id, item, i] as const))(
    'item %s',
    (id, wanted, i) => expectSame(report.items[i], wanted, id),
  )

  it('has nothing besides', () => {
    expect(report.exposures).toHaveLength(7)
    expect(report.items).toHaveLength(5)
    expect(result.excluded).toEqual([])
    expect(result.expired).toEqual([])
    expect(result.exposures.flatMap((exposure) => exposure.badges)).toEqual([])
  })

  it('ranks', () => {
    const ranked = [...result.items].sort(compareRank).map(({ id }) => id)
    expect(ranked).toEqual(['R2', 'R1', 'R4', 'R3', 'R5'])
  })

  // Section 9.3 prints six decimals.
  it('adds up', () => {
    const { arrAtRisk, value } = totalsOf(result)
    expect(arrAtRisk.total).toBeCloseTo(352357.166992, 6)
    expect(value.total).toBeCloseTo(126133.808283, 6)
    expect([arrAtRisk.reconciles, value.reconciles]).toEqual([true, true])
    const baselines = {
      X1: 37210.942118,
      X2: 7087.048469,
      X3: 6151.647936,
      X4: 1222.13702,
      X5: 27894.57476,
      X6: 0,
      X7: 0,
    }
    for (const [id, baseline] of Object.entries(baselines)) {
      const exposure = result.exposures.find((one) => one.id === id)
      expect(exposure?.baselineCause).toBeCloseTo(baseline, 6)
    }
  })

  // Section 9.4: alone, last and concentration, printed with six decimals.
  it.each([
    ['R1', 88406.297238, 4, 0.695548, 0.828033, 1754.683152],
    ['R2', 50338.613298, 2, 0.522138, 0.60521, 10880.957402],
    ['R3', 3136.25889, 3, 0.418075, 0.500118, 369.558418],
    ['R4', 14086.563619, 2, 0.732814, 0.841185, 265.063971],
    ['R5', 194.063805, 2, 0.507326, 0.560524, 17.383824],
  ])('%s: can save, accounts and concentration', (id, canSave, accounts, hhi, top, without) => {
    const item = itemOf(result, id)
    expect(item.canSave).toBeCloseTo(canSave, 6)
    expect(item.accounts).toBe(accounts)
    expect(item.hhi).toBeCloseTo(hhi, 6)
    expect(item.topShare).toBeCloseTo(top, 6)
    expect(item.scoreWithoutTop).toBeCloseTo(without, 6)
    expect(item.badges).toEqual(['top_account'])
  })

  it.each([
    ['X1', 'R1', 51608.763238, 64322.891366],
    ['X1', 'R2', 11164.671658, 23878.799785],
    ['X4', 'R5', 42.497804, 43.00331],
    ['X7', 'R4', 8276.876888, 8276.876888],
  ])('%s–%s alone and last', (x, r, alone, last) => {
    const part = itemOf(result, r).parts.find((one) => one.exposure === x)
    expect(part?.alone).toBeCloseTo(alone, 5)
    expect(part?.last).toBeCloseTo(last, 5)
  })
})
