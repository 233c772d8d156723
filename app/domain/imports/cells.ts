import { isCurrency } from '#app/domain/money.ts'
import { readHostName } from '#app/lib/host-name.ts'
import { parseBoolean } from '#app/lib/parse/booleans.ts'
import { currencyMark } from '#app/lib/parse/currency-marks.ts'
import type { CurrencyMark } from '#app/lib/parse/currency-marks.ts'
import { parseDate, toMoment } from '#app/lib/parse/dates.ts'
import type { ParsedDate } from '#app/lib/parse/dates.ts'
import { parseNumber } from '#app/lib/parse/numbers.ts'
import type { Field } from './field.ts'
import { chooseValue } from './mapping.ts'
import type { ColumnFormat, ValueMap } from './mapping.ts'

/** The value of a cell, why it has none that can be used, or null when the field is to be left alone. */
export type Cell = { value: unknown } | { problem: string } | null

/** An amount before its currency is known. */
export type Amount = { value: number; mark: CurrencyMark | null }

export type CellContext = {
  format: ColumnFormat
  values: ValueMap | undefined
  /** IANA zone for moments that name none. */
  timeZone: string
}

const MAX_INTEGER = 10_000_000
const UNSEEN = /[^\P{Cc}\n\t]/u
/** Twelve such amounts are still exact in the smallest unit of any currency. */
const MAX_AMOUNT = 500_000_000_000

/** How systems write that there is no value, where no word could be meant. */
const NOTHING = new Set(['-', '–', '—', 'n/a', '#n/a', 'null', '(null)', '\\n', 'nan'])

/** Reads a cell as what its field holds. The message of a problem is fit for the person who uploaded it. */
export function readCell(field: Field, text: string, context: CellContext): Cell {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (field.type === 'text' || field.type === 'id') {
    return limited(trimmed.replaceAll(/\s+/g, ' '), field.max)
  }
  if (field.type === 'long_text') return limited(trimmed.replaceAll(/\r\n?/g, '\n'), field.max)
  if (field.type === 'choice') return readChoice(field, trimmed, context.values)
  if (NOTHING.has(trimmed.toLowerCase())) return null
  switch (field.type) {
    case 'ids':
      return readIds(trimmed)
    case 'integer':
      return readInteger(trimmed, context.format)
    case 'number':
      return readNumber(trimmed, context.format)
    case 'percent':
      return readPercent(trimmed, context.format)
    case 'money':
      return readAmount(trimmed, context.format)
    case 'currency':
      return readCurrency(trimmed)
    case 'date':
      return readDay(trimmed, context.format)
    case 'moment':
      return readMoment(trimmed, context)
    case 'boolean':
      return readBoolean(trimmed)
    case 'email':
      return isEmail(trimmed)
        ? { value: trimmed.toLowerCase() }
        : { problem: `${quote(trimmed)} is not an e-mail address.` }
    case 'person':
      return { value: isEmail(trimmed) ? { email: trimmed.toLowerCase() } : { name: trimmed } }
    case 'domain':
      return readDomain(trimmed)
    case 'url':
      return readUrl(trimmed)
  }
}

/** The text as it is quoted in a message, cut after 40 characters. */
export function quote(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}

function limited(text: string, max: number): Cell {
  if (UNSEEN.test(text)) return { problem: 'This has control characters. Take them out.' }
  if (text.length <= max) return { value: text }
  const [length, most] = [text.length, max].map((n) => n.toLocaleString('en'))
  return { problem: `This has ${length} characters; at most ${most} can be kept.` }
}

function readChoice(field: Field, text: string, values: ValueMap | undefined): Cell {
  const choices = field.choices ?? []
  const value = chooseValue(text, choices, values)
  if (value === undefined) return null
  if (value !== null) return { value }
  return { problem: `${quote(text)} is none of ${choices.join(', ')}. Say which it stands for.` }
}

function readIds(text: string): Cell {
  const ids = text.split(';').map((id) => id.trim())
  return { value: [...new Set(ids.filter((id) => id !== ''))] }
}

function readInteger(text: string, format: ColumnFormat): Cell {
  const number = parseNumber(text, format.decimalMark ?? null)
  if (!number.ok) return { problem: number.message }
  const fits = Number.isInteger(number.value) && number.value >= 0 && number.value <= MAX_INTEGER
  return fits
    ? { value: number.value }
    : {
        problem: `${quote(text)} is not a whole number from 0 to ${MAX_INTEGER.toLocaleString('en')}.`,
      }
}

function readNumber(text: string, format: ColumnFormat): Cell {
  const number = parseNumber(text, format.decimalMark ?? null)
  return number.ok ? { value: number.value } : { problem: number.message }
}

function readPercent(text: string, format: ColumnFormat): Cell {
  const number = parseNumber(text, format.decimalMark ?? null)
  if (!number.ok) return { problem: number.message }
  const { value, percent } = number
  if (value < 0 || value > 100) return { problem: `${quote(text)} is not from 0 to 100.` }
  if (value > 0 && value < 1 && !percent) {
    return { problem: `${quote(text)} looks like a share of 1. Write it from 0 to 100.` }
  }
  return { value: Math.round(value) }
}

function readAmount(text: string, format: ColumnFormat): Cell {
  const number = parseNumber(text, format.decimalMark ?? null)
  if (!number.ok) return { problem: number.message }
  if (number.percent) return { problem: `${quote(text)} is a percentage, not an amount.` }
  if (number.value < 0) return { problem: `${quote(text)} is negative; an amount is 0 or more.` }
  if (number.value > MAX_AMOUNT) return { problem: `${quote(text)} is too large for an amount.` }
  return { value: { value: number.value, mark: number.currency } satisfies Amount }
}

function readCurrency(text: string): Cell {
  const code = currencyMark(text)?.code
  if (code && isCurrency(code)) return { value: code }
  return { problem: `${quote(text)} is not a currency. Use a code such as EUR, TRY or USD.` }
}

function readDay(text: string, format: ColumnFormat): Cell {
  const parsed = parseDate(text, format.dateOrder ?? null)
  if (!parsed.ok) return { problem: parsed.message }
  if (parsed.precision === 'day') return { value: parsed.date }
  if (format.monthDay === undefined) {
    return { problem: `${quote(text)} names no day. Say which day of the month is meant.` }
  }
  return { value: format.monthDay === 'first' ? parsed.date : lastOfMonth(parsed) }
}

function lastOfMonth({ date }: ParsedDate & { ok: true }): string {
  const [year = 0, month = 0] = date.split('-').map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${date.slice(0, 8)}${days}`
}

function readMoment(text: string, context: CellContext): Cell {
  const parsed = parseDate(text, context.format.dateOrder ?? null)
  if (!parsed.ok) return { problem: parsed.message }
  return { value: toMoment(parsed, context.timeZone).toISOString() }
}

function readBoolean(text: string): Cell {
  const value = parseBoolean(text)
  if (value === undefined) return { problem: `${quote(text)} is neither yes nor no.` }
  return value === null ? null : { value }
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}

function readDomain(text: string): Cell {
  const host = readHostName(text)
  if (host !== null) return { value: host }
  return { problem: `${quote(text)} is not a domain or a web address.` }
}

function readUrl(text: string): Cell {
  const url = URL.canParse(text) ? new URL(text) : null
  return url && (url.protocol === 'https:' || url.protocol === 'http:')
    ? { value: url.href }
    : { problem: `${quote(text)} is not a web address. It begins with https:// or http://.` }
}
