import { describe, expect, it } from 'vitest'

import { normalCdf } from '#app/lib/normal.ts'

describe('normalCdf', () => {
  // Values of the C library's erfc, and of a continued fraction with 50 digits in the tail; all intervals are met.
  it.each([
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [-1, 0.15865525393145707],
    [1.3, 0.9031995154143897],
    [-1.6448536269514729, 0.04999999999999995],
    [-3, 0.0013498980316300946],
    [-5, 2.866515718791939e-7],
    [5, 0.9999997133484281],
    [-10, 7.619853024160525e-24],
    [-30, 4.906713927148187e-198],
  ])('of %d', (x, expected) => {
    // x/√2 is rounded once, which costs x² units in the last place of the tail.
    const tolerance = 1e-15 * Math.max(10, x * x)
    expect(Math.abs(normalCdf(x) / expected - 1)).toBeLessThan(tolerance)
  })

  it('ends at 0 and 1', () => {
    expect(normalCdf(-Infinity)).toBe(0)
    expect(normalCdf(Infinity)).toBe(1)
    expect(normalCdf(-50)).toBe(0)
  })
})
