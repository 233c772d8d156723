import { describe, expect, it } from 'vitest'

import { readAmount } from '#app/lib/amount-text.ts'

describe('readAmount', () => {
  it.each([
    ['240000', '240000'],
    ['0', '0'],
    ['1234.5', '1234.5'],
    ['1234,5', '1234.5'],
    ['1234.567', '1234.567'],
    ['0.125', '0.125'],
    ['240,000.50', '240000.50'],
    ['240.000,50', '240000.50'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['1 234 567', '1234567'],
    ['1’234.50', '1234.50'],
    ['  12\u00a0000 ', '12000'],
  ])('reads %s as %s', (text, digits) => {
    expect(readAmount(text)).toEqual({ digits })
  })

  it.each(['1.234', '1,234', '999,000'])('does not guess %s', (text) => {
    expect(readAmount(text)).toEqual({ problem: 'ambiguous' })
  })

  it.each(['-5', '−5', '(5)'])('tells %s apart as negative', (text) => {
    expect(readAmount(text)).toEqual({ problem: 'negative' })
  })

  it.each(['', 'abc', '€5', '12e3', '1,23,456', '1.2.3', '12,34,567.00', '.5', '5.', '١٢٣'])(
    'refuses %s',
    (text) => {
      expect(readAmount(text)).toEqual({ problem: 'shape' })
    },
  )
})
