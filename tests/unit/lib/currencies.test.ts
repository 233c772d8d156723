import { data } from 'currency-codes'
import { describe, expect, it } from 'vitest'

import { currencyCodes, currencySymbol, minorDigits } from '#app/lib/currencies.ts'

describe('currencies', () => {
  it('are those of ISO 4217, with its decimal places', () => {
    expect(currencyCodes()).toEqual(data.map(({ code }) => code).sort())
    for (const { code, digits } of data) expect([code, minorDigits(code)]).toEqual([code, digits])
  })

  it('know nothing of what is no currency', () => {
    for (const text of ['', 'EU', 'eur', 'ABC', 'EUR USD'])
      expect(minorDigits(text)).toBeUndefined()
  })

  it('show their sign, or their code', () => {
    expect(['EUR', 'TRY', 'CHF'].map(currencySymbol)).toEqual(['€', '₺', 'CHF'])
  })
})
