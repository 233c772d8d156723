import { describe, expect, it } from 'vitest'

import { costOf } from '#app/domain/scoring/cost.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import { sumOf } from '#app/lib/numbers.ts'
import { example, planExample } from '#tests/support/vectors.ts'

const { input, parameters } = example
const all = input.items.map(({ id }) => id)

/** What building a set protects: of every item besides, the risk stays and nothing removes it. */
function protectedBy(set: readonly string[]): number {
  const links = input.links.map((link) =>
    link.r !== null && set.includes(link.r) ? link : { ...link, standing: 'declined' as const },
  )
  return sumOf(scoreBacklog({ ...example, input: { ...input, links } }).items, ({ value }) => value)
}

const subsets = Array.from({ length: 2 ** all.length }, (_, bits) =>
  all.filter((_, i) => (bits >> i) % 2 === 1),
)
const costs = new Map(input.items.map((item) => [item.id, costOf(item, parameters).mean]))
const weighed = subsets.map((set) => ({
  set,
  cost: sumOf(set, (id) => costs.get(id) ?? Number.NaN),
  value: protectedBy(set),
}))

describe('the best set of items', () => {
  it.each(planExample)('of $capacity engineer-weeks', ({ capacity, best, value }) => {
    const within = weighed.filter(({ cost }) => cost <= capacity)
    const found = within.reduce((one, other) => (other.value > one.value ? other : one))
    expect(found.set).toEqual(best)
    expect(found.value).toBeCloseTo(value, 6)
  })

  // Section 9.5.
  it('protects more than its items alone', () => {
    expect(protectedBy(['R1'])).toBeCloseTo(63694.955784, 6)
    expect(protectedBy(['R2'])).toBeCloseTo(36495.819352, 6)
    expect(protectedBy(['R3'])).toBeCloseTo(2043.522244, 6)
    expect(protectedBy(['R4'])).toBeCloseTo(9803.394497, 6)
    expect(protectedBy(['R5'])).toBeCloseTo(85.658092, 6)
    expect(protectedBy(['R1', 'R2'])).toBeCloseTo(112904.903264, 6)
  })
})
