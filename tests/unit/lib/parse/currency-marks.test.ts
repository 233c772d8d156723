import { expect, test } from 'vitest'

import { currencyMark } from '#app/lib/parse/currency-marks.ts'

test.each([
  ['₺', 'TRY'],
  ['tl', 'TRY'],
  ['Euro', 'EUR'],
  ['usd', 'USD'],
  ['zł', 'PLN'],
  ['US$', 'USD'],
])('%s is %s alone', (text, code) => {
  expect(currencyMark(text)).toEqual({ text, code, also: [] })
})

test('a dollar is usually one currency and can be others', () => {
  const mark = currencyMark('$')
  expect(mark?.code).toBe('USD')
  expect(mark?.also).toContain('CAD')
})

test('a crown does not tell its country', () => {
  expect(currencyMark('kr')).toMatchObject({ code: null, also: ['SEK', 'NOK', 'DKK', 'ISK'] })
})

test('other words are no currency', () => {
  expect(currencyMark('TL/ay')).toBeNull()
})
