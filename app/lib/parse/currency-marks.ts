/** What stands beside an amount: its usual currency, and the others it may mean. */
export type CurrencyMark = {
  text: string
  /** ISO code, or null when the mark alone does not tell. */
  code: string | null
  /** Other ISO codes that are written with it. */
  also: readonly string[]
}

const DOLLARS = ['CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD']

const MARKS: Readonly<Record<string, readonly [code: string | null, also?: readonly string[]]>> = {
  '₺': ['TRY'],
  TL: ['TRY'],
  '€': ['EUR'],
  EURO: ['EUR'],
  $: ['USD', DOLLARS],
  US$: ['USD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  NZ$: ['NZD'],
  R$: ['BRL'],
  '£': ['GBP'],
  '₹': ['INR'],
  '₽': ['RUB'],
  '₴': ['UAH'],
  '₩': ['KRW'],
  '₪': ['ILS'],
  ZŁ: ['PLN'],
  KČ: ['CZK'],
  FT: ['HUF'],
  LEI: ['RON'],
  'FR.': ['CHF'],
  '¥': [null, ['JPY', 'CNY']],
  KR: [null, ['SEK', 'NOK', 'DKK', 'ISK']],
}

/** The mark that `text` is: a symbol, an abbreviation or three letters as of an ISO code. Null: none. */
export function currencyMark(text: string): CurrencyMark | null {
  const upper = text.toUpperCase()
  const known = MARKS[upper]
  if (known) return { text, code: known[0], also: known[1] ?? [] }
  return /^[A-Z]{3}$/.test(upper) ? { text, code: upper, also: [] } : null
}
