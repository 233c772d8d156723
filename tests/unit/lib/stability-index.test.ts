import { expect, test } from 'vitest'

import { stabilityIndex } from '#app/lib/stability-index.ts'

test('is 0 when nothing shifted', () => {
  expect(stabilityIndex([3, 0, 7], [3, 0, 7])).toBe(0)
})

// Half a count in each bin: p = (10.5, 0.5) / 11, q = (5.5, 5.5) / 11. (q - p) ln(q / p):
// -0.454545 · ln 0.523810 = 0.293921 and 0.454545 · ln 11 = 1.089952.
test('adds up what each bin shifted, either way round, and bears an empty one', () => {
  expect(stabilityIndex([10, 0], [5, 5])).toBeCloseTo(1.383874, 5)
  expect(stabilityIndex([5, 5], [10, 0])).toBeCloseTo(1.383874, 5)
})
