import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  decimalText,
  largestRemainder,
  relativelyEqual,
  roundSignificant,
  sum,
  sumOf,
} from '#app/lib/numbers.ts'

describe('sum', () => {
  it('keeps what a plain loop loses', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2)
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1)
  })

  it('is 0 for nothing', () => {
    expect(sum([])).toBe(0)
  })

  it('takes a figure of each value', () => {
    expect(sumOf([{ cost: 1 }, { cost: 1e100 }, { cost: -1e100 }], ({ cost }) => cost)).toBe(1)
  })
})

describe('relativelyEqual', () => {
  it.each([
    [100, 100 + 1e-8, 1e-9, true],
    [100, 100 + 1e-6, 1e-9, false],
    [0, 0, 1e-9, true],
    [0, 1e-300, 1e-9, false],
    [-5, 5, 1e-9, false],
  ])('%d and %d within %d: %s', (a, b, tolerance, expected) => {
    expect(relativelyEqual(a, b, tolerance)).toBe(expected)
  })
})

describe('roundSignificant', () => {
  it.each([
    [10203.609698766764, 3, 10200],
    [10203.609698766764, 10, 10203.6097],
    [-0.00123456, 2, -0.0012],
    [0, 10, 0],
  ])('%d to %d digits is %d', (value, digits, expected) => {
    expect(roundSignificant(value, digits)).toBe(expected)
  })
})

describe('largestRemainder', () => {
  it('gives the missing unit to the largest remainder', () => {
    expect(largestRemainder([58532.08404, 3854.037027, 3835.001252, 4466.974809])).toEqual([
      58532, 3854, 3835, 4467,
    ])
  })

  it('breaks ties by the larger value, then by place', () => {
    expect(largestRemainder([0.5, 1.5, 0.5, 1.5])).toEqual([0, 2, 0, 2])
    expect(largestRemainder([0.5, 0.5])).toEqual([1, 0])
  })

  it('reaches a total that is given, and refuses one out of reach', () => {
    expect(largestRemainder([0.4, 0.4], 0)).toEqual([0, 0])
    expect(largestRemainder([0.4, 0.4], 1)).toEqual([1, 0])
    expect(() => largestRemainder([0.4, 0.4], 3)).toThrow(RangeError)
    expect(() => largestRemainder([], 1)).toThrow(RangeError)
  })

  it('handles amounts below zero', () => {
    expect(largestRemainder([-1.2, 0.5, 0.7])).toEqual([-1, 0, 1])
  })

  it('adds up to the rounded total, each next to its value (P18)', () => {
    const amounts = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 60 })
    fc.assert(
      fc.property(amounts, (values) => {
        const shown = largestRemainder(values)
        expect(sum(shown)).toBe(Math.round(sum(values)) + 0)
        shown.forEach((integer, i) => {
          expect(Number.isInteger(integer)).toBe(true)
          expect(Math.abs(integer - (values[i] ?? Number.NaN))).toBeLessThanOrEqual(1)
        })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('decimalText', () => {
  it.each([
    [-0.756, 2, '−0.76'],
    [0.5, 2, '0.50'],
    [-0.004, 2, '0.00'],
    [1.25, 0, '1'],
  ])('writes %s with %s decimals as %s', (value, decimals, text) => {
    expect(decimalText(value, decimals)).toBe(text)
  })
})
