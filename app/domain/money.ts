import { minorDigits } from '#app/lib/currencies.ts'
import type { ContractPeriod } from '#db/constants.ts'

/** An amount as integer minor units (cents, kuruş) of an ISO 4217 currency. */
export type Money = { minor: number; currency: string }

/** Quarterly plan rates: base units for one unit of each currency. The base itself needs no entry. */
export type PlanRates = { base: string; rates: Readonly<Record<string, number>> }

/** Whether the text is an ISO 4217 code, in capitals. */
export function isCurrency(code: string): boolean {
  return minorDigits(code) !== undefined
}

function digitsOf(currency: string): number {
  const digits = minorDigits(currency)
  if (digits === undefined) throw new RangeError(`${currency} is no currency`)
  return digits
}

function exact(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor))
    throw new RangeError(`${minor} is no exact amount of ${currency}`)
  return { minor, currency }
}

/**
 * The amount in major units: 1050 cents are 10.5.
 * @throws {RangeError} for an unknown currency.
 */
export function toMajor({ minor, currency }: Money): number {
  return minor / 10 ** digitsOf(currency)
}

/**
 * The amount nearest to `major` units, halves away from zero as they are written: 1.005 euro is 101 cents.
 * @throws {RangeError} for an unknown currency, or beyond exact integers.
 */
export function fromMajor(major: number, currency: string): Money {
  // 15 digits hold every decimal that a person can mean and drop the binary error of the product.
  const scaled = Number((Math.abs(major) * 10 ** digitsOf(currency)).toPrecision(15))
  const minor = Math.round(scaled)
  return exact(major < 0 && minor !== 0 ? -minor : minor, currency)
}

/** Base units for one unit of the currency, or null without a plan rate. */
export function planRate(currency: string, { base, rates }: PlanRates): number | null {
  return currency === base ? 1 : (rates[currency] ?? null)
}

/** The amount in major units of the base currency (a float, for the model and for totals), or null without a plan rate. */
export function convert(money: Money, rates: PlanRates): number | null {
  const rate = planRate(money.currency, rates)
  return rate === null ? null : toMajor(money) * rate
}

/** What a contract's amount comes to in a year. */
export function annualise(money: Money, period: ContractPeriod): Money {
  return period === 'month' ? exact(money.minor * 12, money.currency) : money
}

const formatters = new Map<string, Intl.NumberFormat>()

/** Making a formatter costs a thousand times more than using one. */
function formatter(currency: string, style: 'compact' | 'whole' | 'cents'): Intl.NumberFormat {
  const key = `${currency} ${style}`
  const known = formatters.get(key)
  if (known) return known
  const digits = style === 'cents' ? digitsOf(currency) : 0
  const made = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    ...(style === 'compact'
      ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  })
  formatters.set(key, made)
  return made
}

/** `€1,234,500` (cents only where there are any), or `€1.2M` when compact; written alike whatever the reader's locale. */
export function formatMoney(money: Money, { compact = false }: { compact?: boolean } = {}): string {
  const major = toMajor(money)
  const style = compact ? 'compact' : Number.isInteger(major) ? 'whole' : 'cents'
  const text = formatter(money.currency, style).format(major)
  // A thousand is a small k; ICU writes it large beside M and B.
  return compact ? text.replace(/K$/, 'k') : text
}
