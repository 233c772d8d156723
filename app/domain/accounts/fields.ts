import { z } from 'zod'

import { fromMajor, isCurrency, toMajor, type Money } from '#app/domain/money.ts'
import { readAmount } from '#app/lib/amount-text.ts'
import { minorDigits } from '#app/lib/currencies.ts'

/** Major units; above it no minor unit is exact any more. */
const LARGEST_AMOUNT = 1e12

/** A whole number of percent, or none. */
export const optionalPercent = z
  .number({ error: 'Enter a whole number from 0 to 100.' })
  .int('Enter a whole number from 0 to 100.')
  .min(0, 'Enter a whole number from 0 to 100.')
  .max(100, 'Enter a whole number from 0 to 100.')
  .optional()
  .transform((percent) => percent ?? null)

export const currencyCode = z
  .string({ error: 'Choose a currency.' })
  .trim()
  .toUpperCase()
  .refine(isCurrency, { error: (issue) => `“${String(issue.input)}” is no currency code.` })

const PROBLEMS = {
  shape: 'Write the amount in digits, such as 240000 or 240,000.50.',
  negative: 'An amount cannot be negative.',
  ambiguous: 'This can be read in two ways. Write it without the separator, or with decimals.',
} as const

/** An amount in major units as it is typed; becomes digits with at most one point. */
export const amountText = z
  .string({ error: 'Enter an amount.' })
  .trim()
  .min(1, 'Enter an amount.')
  .max(40, 'At most 40 characters.')
  .transform((text, ctx) => {
    const read = readAmount(text)
    if (read.digits === undefined) {
      ctx.addIssue({ code: 'custom', message: PROBLEMS[read.problem] })
      return z.NEVER
    }
    if (Number(read.digits) > LARGEST_AMOUNT) {
      ctx.addIssue({ code: 'custom', message: 'At most 1,000,000,000,000.' })
      return z.NEVER
    }
    return read.digits
  })

/** The amount in minor units, or what is wrong with its decimals. */
export function moneyFrom(digits: string, currency: string): Money | { problem: string } {
  const decimals = (digits.split('.')[1] ?? '').replace(/0+$/, '').length
  const allowed = minorDigits(currency) ?? 0
  if (decimals > allowed) {
    return {
      problem:
        allowed === 0
          ? `${currency} has no decimals.`
          : `${currency} has at most ${allowed} decimals.`,
    }
  }
  return fromMajor(Number(digits), currency)
}

/** The amount as `amountText` reads it back, for a form that is filled from a record. */
export function amountInput(money: Money): string {
  const major = toMajor(money)
  const decimals = Number.isInteger(major) ? 0 : (minorDigits(money.currency) ?? 0)
  // Three decimals could be read as thousands; a fourth makes it plain.
  return major.toFixed(decimals === 3 ? 4 : decimals)
}
