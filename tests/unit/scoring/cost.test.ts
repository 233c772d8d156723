import { describe, expect, it } from 'vitest'

import { costOf } from '#app/domain/scoring/cost.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import type { ItemInput } from '#app/domain/scoring/types.ts'

const cost = (values: Partial<ItemInput>) =>
  costOf({ id: 'R1', title: 'Audit log', type: 'bug', ...values }, DEFAULT_PARAMETERS)

describe('the cost', () => {
  it('is log-normal over low, likely and high', () => {
    const { sigma, mean, inScore, wide } = cost({ estimate: { p10: 4, p50: 6, p90: 10 } })
    expect(sigma).toBeCloseTo(0.536239, 6)
    expect(mean).toBeCloseTo(6.927754, 6)
    expect(inScore).toBe(mean)
    expect(wide).toBe(false)
  })

  it('is never sharper than a fifth', () => {
    expect(cost({ estimate: { p10: 2, p50: 2, p90: 2 } }).sigma).toBe(0.2)
  })

  // 1.5 · ln 100 / 2.563 = 2.7
  it('stops at 1.2 and asks to split the item', () => {
    const { sigma, wide } = cost({ estimate: { p10: 0.5, p50: 5, p90: 50 } })
    expect(sigma).toBe(1.2)
    expect(wide).toBe(true)
  })

  // weeks · e^0.32
  it.each([
    ['S', 1, 1.377128],
    ['M', 3, 4.131383],
    ['L', 8, 11.017022],
    ['XL', 20, 27.542555],
  ] as const)('of size %s', (size, p50, mean) => {
    const found = cost({ size })
    expect(found.p50).toBe(p50)
    expect(found.sigma).toBe(0.8)
    expect(found.mean).toBeCloseTo(mean, 5)
    expect(found.estimated).toBe(true)
  })

  it('is M while nobody has said, and an estimate wins over a size', () => {
    expect(cost({})).toMatchObject({ p50: 3, sigma: 0.8, estimated: false })
    expect(cost({ size: 'XL', estimate: { p10: 1, p50: 1, p90: 1 } }).p50).toBe(1)
  })

  it('divides by half a week at least', () => {
    const { mean, inScore } = cost({ estimate: { p10: 0.1, p50: 0.1, p90: 0.1 } })
    expect(mean).toBeCloseTo(0.10202, 5)
    expect(inScore).toBe(0.5)
  })
})
