import { data } from 'currency-codes'

const DIGITS: ReadonlyMap<string, number> = new Map(data.map(({ code, digits }) => [code, digits]))

/** Decimal places of the currency's minor unit by ISO 4217 (EUR 2, JPY 0, KWD 3); undefined for no currency. */
export function minorDigits(code: string): number | undefined {
  return DIGITS.get(code)
}

/** Every ISO 4217 code, in the order of the alphabet. */
export function currencyCodes(): string[] {
  return [...DIGITS.keys()].sort()
}

/** `€` for EUR; the code itself where it has no sign of its own. */
export function currencySymbol(code: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? code
}
