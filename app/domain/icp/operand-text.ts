import { LARGEST_NUMBER } from '#app/domain/accounts/attributes.ts'
import { isIsoDate } from '#app/lib/dates.ts'

import type { Criterion } from './criteria.ts'

type Operator = Criterion['operator']

/** How the one box of the form is filled in for each operator. */
export const HOW_TO_WRITE: Readonly<Record<Operator, string>> = {
  is_one_of: 'Enter at least one value; a comma separates several.',
  between: 'Enter two numbers or days, such as 50 to 500.',
  at_least: 'Enter a number, or a day such as 2025-01-31.',
  at_most: 'Enter a number, or a day such as 2025-01-31.',
  contains: 'Enter the words to look for.',
  is_known: '',
}

/** A comma is one of thousands: `1,5` may be meant as one and a half, and is no number. */
const NUMBER = /^-?(\d{1,3}(,\d{3})+|\d*)(\.\d+)?(e[+-]?\d+)?$/i

/** A number as it is typed; null when it is not one. */
export function readNumber(typed: string): number | null {
  const plain = typed.replace(/\s/g, '')
  const value = Number(plain.replaceAll(',', ''))
  return plain === '' || !NUMBER.test(plain) || !Number.isFinite(value) ? null : value
}

/** A number that an attribute can have, or a day; null when it is neither. */
function readBound(typed: string): number | string | null {
  const day = typed.trim()
  if (isIsoDate(day)) return day
  const number = readNumber(typed)
  return number !== null && Math.abs(number) <= LARGEST_NUMBER ? number : null
}

/** Values as they are typed: commas separate them; semicolons or lines do where a value has a comma of its own. */
export function readValues(typed: string): string[] {
  return typed
    .split(/[;\n]/.test(typed) ? /[;\n]/ : ',')
    .map((one) => one.trim())
    .filter(Boolean)
}

/** What the operator compares to, from the one box of the form; not an operand where the box makes no sense. */
export function readOperand(operator: Operator, typed: string): unknown {
  switch (operator) {
    case 'is_known':
      return null
    case 'is_one_of':
      return readValues(typed)
    case 'between': {
      const [low = '', high = '', ...rest] = typed.split(
        /\s+(?:to|and|–|-)\s+|–|(?<=^\s*[\d.,]+)\s*-\s*(?=[\d.,]+\s*$)/,
      )
      return rest.length > 0 ? undefined : { low: readBound(low), high: readBound(high) }
    }
    case 'at_least':
    case 'at_most':
      return readBound(typed)
    case 'contains':
      return typed
  }
}

/** A stored operand as the box shows it; `readOperand` reads it back. */
export function operandText(criterion: Criterion): string {
  switch (criterion.operator) {
    case 'is_one_of':
      return valuesText(criterion.operand)
    case 'between':
      return `${criterion.operand.low} to ${criterion.operand.high}`
    case 'at_least':
    case 'at_most':
      return String(criterion.operand)
    case 'contains':
      return criterion.operand
    case 'is_known':
      return ''
  }
}

/** Values as `readOperand` takes them apart again. */
export function valuesText(values: readonly string[]): string {
  if (!values.some((one) => one.includes(','))) return values.join(', ')
  return values.length === 1 ? `${values.join()};` : values.join('; ')
}
