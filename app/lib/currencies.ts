import { data } from 'currency-codes'

const DIGITS: ReadonlyMap<string, number> = new Map(data.map(({ code, digits }) => [code, digits]))

/** Decimal places of the currency's minor unit by ISO 4217 (EUR 2, JPY 0, KWD 3); undefined for no currency. */
export function minorDigits(code: string): number | undefined {
  return DIGITS.get(code)
}
