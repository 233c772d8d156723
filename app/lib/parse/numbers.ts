import { currencyMark } from './currency-marks.ts'
import type { CurrencyMark } from './currency-marks.ts'

/** The character between the whole and the fraction. */
export type DecimalMark = 'dot' | 'comma'

/** What one value says of its mark: proof, nothing (`either`), or that it reads both ways. */
export type MarkEvidence = DecimalMark | 'either' | 'ambiguous'

export type ParsedNumber =
  | { ok: true; value: number; currency: CurrencyMark | null; percent: boolean }
  | { ok: false; reason: 'ambiguous' | 'invalid'; message: string }

type Core = { whole: string; fraction: string; evidence: MarkEvidence; separator: string }
type Outer = { core: string; negative: boolean; currency: CurrencyMark | null; percent: boolean }

const MAX = 1e15

/**
 * A number as people and systems write it: `1.234.567,89 €`, `₺13.566,24`, `$1,234.50`, `(12.5)`, `%10`.
 * `mark` settles values that read both ways, such as `34.000`; with null they are refused as ambiguous.
 * Values that prove their own mark are read by it.
 */
export function parseNumber(text: string, mark: DecimalMark | null): ParsedNumber {
  const exponent = readExponent(text)
  if (exponent) return exponent
  const outer = strip(text)
  const core = outer && splitCore(outer.core)
  if (!outer || !core) return invalid(text)
  if (core.evidence === 'ambiguous' && mark === null) {
    const both = `${core.whole}${core.fraction} or ${core.whole}.${core.fraction}`
    return {
      ok: false,
      reason: 'ambiguous',
      message: `“${text.trim()}” can mean ${both}. Say which decimal mark the column uses.`,
    }
  }
  const grouped = core.evidence === 'ambiguous' && core.separator !== (mark === 'dot' ? '.' : ',')
  const digits = grouped
    ? core.whole + core.fraction
    : `${core.whole || '0'}.${core.fraction || '0'}`
  const value = Number(digits)
  if (value >= MAX) return invalid(text)
  return {
    ok: true,
    value: outer.negative && value !== 0 ? -value : value,
    currency: outer.currency,
    percent: outer.percent,
  }
}

/** What the value proves about its column's decimal mark; null when it is no number. */
export function markEvidence(text: string): MarkEvidence | null {
  if (readExponent(text)) return 'either'
  const outer = strip(text)
  return (outer && splitCore(outer.core)?.evidence) ?? null
}

function invalid(text: string): ParsedNumber {
  const shown = text.trim()
  const several = /\d[^\d.,]*[^\d.,\s'’%()+-][^\d.,]*\d/.test(shown)
  return {
    ok: false,
    reason: 'invalid',
    message: several
      ? `“${shorten(shown)}” is not one number.`
      : `“${shorten(shown)}” is not a number.`,
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** `1.39E8` is how Java writes an exact number; `1,39E+08` is a spreadsheet's rounded display. */
function readExponent(text: string): ParsedNumber | null {
  const match = /^\s*([-+]?\d+(?:\.\d+)?)E(\+?)(-?\d+)\s*$/i.exec(text.replace(',', '.'))
  if (!match) return null
  const value = Number(`${match[1] ?? ''}e${match[3] ?? ''}`)
  if (match[2] === '+' || Math.abs(value) >= MAX) {
    return {
      ok: false,
      reason: 'invalid',
      message: `“${text.trim()}” was rounded by a spreadsheet. Format the column as a number and export again.`,
    }
  }
  return { ok: true, value, currency: null, percent: false }
}

/** Takes off sign, currency and percent, in whatever order they stand. */
function strip(text: string): Outer | null {
  let rest = text
    .normalize('NFC')
    .replaceAll(/[\s\u00a0\u2007\u202f]+/g, ' ')
    .trim()
  let negative = false
  let percent = false
  let currency: CurrencyMark | null = null
  const bracketed = /^(.*)\((.*)\)(.*)$/.exec(rest)
  if (bracketed) {
    negative = true
    rest = bracketed.slice(1).join(' ').trim()
  }
  for (;;) {
    const sign = /^([-−+])|([-−+])$/.exec(rest)
    const token = /^%|%$/.exec(rest) ?? /^[^\d\s.,()%+−-]+\.?|[^\d\s.,()%+−'’-]+\.?$/u.exec(rest)
    if (sign) {
      if (negative) return null
      negative = sign[0] !== '+'
      rest = without(rest, sign[0], sign.index)
    } else if (token?.[0] === '%') {
      if (percent) return null
      percent = true
      rest = without(rest, '%', token.index)
    } else if (token) {
      if (currency) return null
      currency = currencyMark(token[0])
      if (!currency) return null
      rest = without(rest, token[0], token.index)
    } else {
      return /^\d|^[.,]\d/.test(rest) ? { core: rest, negative, currency, percent } : null
    }
  }
}

function without(text: string, part: string, index: number): string {
  return (text.slice(0, index) + text.slice(index + part.length)).trim()
}

/** Digits with separators: which one is decimal, and how surely. */
function splitCore(core: string): Core | null {
  const spaced = /^(\d{1,3}(?:[ '’]\d{3})+)(?:([.,])(\d+))?$/.exec(core)
  if (spaced) {
    const [, whole = '', separator = '', fraction = ''] = spaced
    return { whole: whole.replaceAll(/\D/g, ''), fraction, separator, evidence: proof(separator) }
  }
  if (/^\d+$/.test(core)) return { whole: core, fraction: '', separator: '', evidence: 'either' }

  const last = Math.max(core.lastIndexOf('.'), core.lastIndexOf(','))
  const separator = core[last] ?? ''
  const [before, after] = [core.slice(0, last), core.slice(last + 1)]
  if (!/^\d+$/.test(after) || !/^[\d.,]*$/.test(before)) return null
  const other = separator === '.' ? ',' : '.'

  if (before.includes(other)) {
    const whole = ungroup(before, other)
    return whole === null ? null : { whole, fraction: after, separator, evidence: proof(separator) }
  }
  if (before.includes(separator)) {
    const whole = ungroup(core, separator)
    return whole === null ? null : { whole, fraction: '', separator, evidence: proof(other) }
  }
  const readsBothWays = after.length === 3 && /^[1-9]\d{0,2}$/.test(before)
  const evidence = readsBothWays ? 'ambiguous' : proof(separator)
  return { whole: before, fraction: after, separator, evidence }
}

function proof(decimal: string): MarkEvidence {
  if (decimal === '.') return 'dot'
  return decimal === ',' ? 'comma' : 'either'
}

/** `1.234.567` or, as in India, `12,34,567` without its separators; null when the groups do not fit. */
function ungroup(text: string, separator: string): string | null {
  const [first = '', ...groups] = text.split(separator)
  const fits =
    /^\d{1,3}$/.test(first) &&
    groups.every(
      (group, i) => /^\d{3}$/.test(group) || (i < groups.length - 1 && /^\d\d$/.test(group)),
    )
  return fits ? first + groups.join('') : null
}
