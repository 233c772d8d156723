import { describe, expect, it } from 'vitest'

import {
  annualise,
  convert,
  formatMoney,
  fromMajor,
  isCurrency,
  planRate,
  toMajor,
} from '#app/domain/money.ts'

const RATES = { base: 'EUR', rates: { TRY: 0.02, USD: 0.9 } }

describe('currencies', () => {
  it.each([
    ['EUR', true],
    ['TRY', true],
    ['eur', false],
    ['EURO', false],
    ['', false],
    ['constructor', false],
  ])('%s: %s', (code, expected) => {
    expect(isCurrency(code)).toBe(expected)
  })
})

describe('minor and major units', () => {
  it.each([
    ['EUR', 1050, 10.5],
    ['JPY', 1050, 1050],
    ['KWD', 1050, 1.05],
    ['EUR', -1, -0.01],
  ])('%s %d is %d', (currency, minor, major) => {
    expect(toMajor({ minor, currency })).toBe(major)
    expect(fromMajor(major, currency)).toEqual({ minor, currency })
  })

  it('rounds a half away from zero as it is written', () => {
    expect(fromMajor(1.005, 'EUR').minor).toBe(101)
    expect(fromMajor(-1.005, 'EUR').minor).toBe(-101)
    expect(fromMajor(-0.001, 'EUR').minor).toBe(0)
  })

  it('refuses what it cannot hold', () => {
    expect(() => fromMajor(1, 'ABC')).toThrow('ABC is no currency')
    expect(() => fromMajor(1e15, 'EUR')).toThrow(RangeError)
    expect(() => fromMajor(Number.NaN, 'EUR')).toThrow(RangeError)
  })
})

describe('a yearly amount', () => {
  it('brings a month to a year', () => {
    const money = { minor: 250_000, currency: 'USD' }
    expect(annualise(money, 'month')).toEqual({ minor: 3_000_000, currency: 'USD' })
    expect(annualise(money, 'year')).toEqual(money)
  })
})

describe('plan rates', () => {
  it('gives base units', () => {
    expect(convert({ minor: 450_000_000, currency: 'TRY' }, RATES)).toBe(90_000)
    expect(convert({ minor: 12_345, currency: 'EUR' }, RATES)).toBe(123.45)
  })

  it('is null without a rate', () => {
    expect(planRate('CHF', RATES)).toBeNull()
    expect(convert({ minor: 1, currency: 'CHF' }, RATES)).toBeNull()
  })
})

describe('formatMoney', () => {
  it.each([
    [123_450_000, 'EUR', '€1,234,500'],
    [123_450_050, 'EUR', '€1,234,500.50'],
    [-500, 'USD', '-$5'],
    [1500, 'JPY', '¥1,500'],
  ])('%d %s in full: %s', (minor, currency, expected) => {
    expect(formatMoney({ minor, currency })).toBe(expected)
  })

  it.each([
    [123_450_000, '€1.2M'],
    [100_000_000, '€1M'],
    [9_600_000, '€96k'],
    [99_900, '€999'],
    [12_345, '€123.5'],
    [0, '€0'],
  ])('%d compact: %s', (minor, expected) => {
    expect(formatMoney({ minor, currency: 'EUR' }, { compact: true })).toBe(expected)
  })
})
