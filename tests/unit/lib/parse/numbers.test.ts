import { describe, expect, test } from 'vitest'

import { markEvidence, parseNumber } from '#app/lib/parse/numbers.ts'

describe('parseNumber', () => {
  test.each([
    ['1.234.567,89 €', 1234567.89, 'EUR'],
    ['₺13.566,24', 13566.24, 'TRY'],
    ['$1,234.50', 1234.5, 'USD'],
    ['1124741.15', 1124741.15, null],
    ['1.234.567', 1234567, null],
    ['1,234,567', 1234567, null],
    ['₹12,34,567.50', 1234567.5, 'INR'],
    ['1 234 567,8', 1234567.8, null],
    ['1\u202f234,50 €', 1234.5, 'EUR'],
    ['1’234.50 CHF', 1234.5, 'CHF'],
    ['CHF 1’234', 1234, 'CHF'],
    ['Fr. 12.50', 12.5, 'CHF'],
    ['R$ 12,50', 12.5, 'BRL'],
    ['EUR 1200', 1200, 'EUR'],
    ['1200TL', 1200, 'TRY'],
    ['12,5', 12.5, null],
    ['0.125', 0.125, null],
    ['.5', 0.5, null],
    ['1234,567', 1234.567, null],
    ['007', 7, null],
    ['(1,234.50)', -1234.5, null],
    ['($1,234.50)', -1234.5, 'USD'],
    ['$ (1,234.50)', -1234.5, 'USD'],
    ['-₺5', -5, 'TRY'],
    ['₺-5', -5, 'TRY'],
    ['5-', -5, null],
    ['−5', -5, null],
    ['+5', 5, null],
    ['-0', 0, null],
    ['1.39E8', 139000000, null],
    ['5.0e-1', 0.5, null],
  ])('%s is %d', (text, value, code) => {
    const parsed = parseNumber(text, null)
    expect(parsed.ok && parsed.value).toBe(value)
    expect(parsed.ok && (parsed.currency?.code ?? null)).toBe(code)
  })

  test.each([
    ['34.000 TL', 'comma', 34000],
    ['34.000 TL', 'dot', 34],
    ['34,000', 'comma', 34],
    ['34,000', 'dot', 34000],
    ['-1.250', 'comma', -1250],
  ] as const)('%s with a decimal %s is %d', (text, mark, value) => {
    expect(parseNumber(text, mark)).toMatchObject({ ok: true, value })
  })

  test('a value that proves its mark is read by it', () => {
    expect(parseNumber('1,234.50', 'comma')).toMatchObject({ ok: true, value: 1234.5 })
  })

  test('a value that reads both ways is refused, never guessed', () => {
    expect(parseNumber('34.000', null)).toEqual({
      ok: false,
      reason: 'ambiguous',
      message: '“34.000” can mean 34000 or 34.000. Say which decimal mark the column uses.',
    })
  })

  test.each(['10%', '%10', '10 %'])('%s is a percentage', (text) => {
    expect(parseNumber(text, null)).toMatchObject({ ok: true, value: 10, percent: true })
  })

  test.each([
    ['', '“” is not a number.'],
    ['n/a', '“n/a” is not a number.'],
    ['34k', '“34k” is not a number.'],
    ['1.2.3', '“1.2.3” is not a number.'],
    ['1,23,4', '“1,23,4” is not a number.'],
    ['12.', '“12.” is not a number.'],
    ['--5', '“--5” is not a number.'],
    ['$5 €', '“$5 €” is not a number.'],
    ['9999999999999999', '“9999999999999999” is not a number.'],
    ['EUR 1200; USD 300', '“EUR 1200; USD 300” is not one number.'],
    ['EUR 1.000,00 (USD 1.100,00)', '“EUR 1.000,00 (USD 1.100,00)” is not one number.'],
    [
      '1,39E+08',
      '“1,39E+08” was rounded by a spreadsheet. Format the column as a number and export again.',
    ],
  ])('%s is refused', (text, message) => {
    expect(parseNumber(text, null)).toEqual({ ok: false, reason: 'invalid', message })
  })
})

describe('markEvidence', () => {
  test.each([
    ['1.234,5', 'comma'],
    ['1,234.5', 'dot'],
    ['12.5', 'dot'],
    ['1.234.567', 'comma'],
    ['₺34.000', 'ambiguous'],
    ['0.125', 'dot'],
    ['1200', 'either'],
    ['1 200', 'either'],
    ['1.39E8', 'either'],
    ['Acme', null],
  ])('%s: %s', (text, evidence) => {
    expect(markEvidence(text)).toBe(evidence)
  })
})
