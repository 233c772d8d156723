import { describe, expect, it } from 'vitest'

import {
  agreementAcross,
  agreementWithin,
  standardError,
  type RatedAccount,
} from '#app/domain/icp/alignment.ts'
import { alignmentExample } from '#tests/support/vectors.ts'

const { cs, product, ...wanted } = alignmentExample
const byName = new Map(Object.entries(product))
const rated = Object.entries(cs).map(([name, ratings]): RatedAccount => ({
  cs: ratings,
  product: byName.get(name) ?? [],
}))

describe('the agreement of both teams', () => {
  const [own, theirs] = [
    agreementWithin(rated.map((one) => one.cs)),
    agreementWithin(rated.map((one) => one.product)),
  ]
  const across = agreementAcross(rated)

  it('is that of the worked example', () => {
    expect(own).toBeCloseTo(wanted.alphaCs, 6)
    expect(theirs).toBeCloseTo(wanted.alphaProduct, 6)
    expect(agreementWithin(rated.map((one) => [...one.cs, ...one.product]))).toBeCloseTo(
      wanted.pooled,
      6,
    )
    expect(across).toBeCloseTo(wanted.alphaCross, 6)
    expect(100 * Math.max(0, across ?? 0)).toBeCloseTo(wanted.score, 4)
    expect(Math.min(own ?? 0, theirs ?? 0) - (across ?? 0)).toBeCloseTo(wanted.gap, 6)
    expect(standardError(rated)).toBeCloseTo(wanted.jackknifeSe, 6)
  })

  it('is whole where all say the same of each, and unknown where nothing differs', () => {
    const same = [1, 3, 5].map((x): RatedAccount => ({ cs: [x, x], product: [x] }))
    expect(agreementAcross(same)).toBe(1)
    expect(agreementWithin(same.map((one) => one.cs))).toBe(1)
    expect(agreementAcross([{ cs: [3], product: [3] }])).toBeNull()
    expect(standardError([{ cs: [3], product: [4] }])).toBeNull()
  })

  it('leaves out an account that one team has not rated', () => {
    expect(agreementAcross([...rated, { cs: [5], product: [] }])).toBe(across)
  })
})
