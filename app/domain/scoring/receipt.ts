import { formatMoney, fromMajor } from '#app/domain/money.ts'
import { formatDayShort, type IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { compareIds } from '#app/lib/natural-order.ts'
import { largestRemainder, sum } from '#app/lib/numbers.ts'

import { concentrationOf } from './concentration.ts'
import { showPart, type ShownPart } from './shown-claim.ts'
import type { ExposureKind, Part, ScoredItem } from './types.ts'

/** Why an exposure's money does not count in full: a factor other than 1. */
export type Weight = {
  name: 'renewal' | 'expansion' | 'new business' | 'fit' | 'strategic' | 'far date'
  factor: number
}

const KIND_NAMES = {
  renewal: 'renewal',
  expansion: 'expansion',
  new_business: 'new business',
} as const satisfies Record<ExposureKind, Weight['name']>

/** One exposure of one account: its sentence, and the part with every factor behind it. */
export type ReceiptEntry = { part: ShownPart; shown: number; sentence: string; weights: Weight[] }

/** One account. `shown` is a whole number of base units; the entries' add up to the line's, the lines' to the total. */
export type ReceiptLine = {
  accountId: string
  account: string
  value: number
  shown: number
  entries: ReceiptEntry[]
}

export type Receipt = {
  lines: ReceiptLine[]
  total: number
  costInScore: number
  score: number
  /** How much hangs on the largest account; null while there is no value. */
  concentration: { hhi: number; topShare: number; scoreWithoutTop: number } | null
  /** The last line, which divides by the cost. */
  sentence: string
}

export type ReceiptOptions = { today: IsoDate; currency: string }

/** `78 %`; what is not quite nothing, or not quite all, is said so. */
function percent(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 0 && share > 0) return 'under 1 %'
  if (rounded === 100 && share < 1) return 'over 99 %'
  return `${rounded} %`
}

const whole = (amount: number, currency: string) =>
  formatMoney(fromMajor(Math.round(amount), currency))

function dated({ kind, badges, date }: Part['from'], today: IsoDate): string {
  if (date === null) return 'no renewal date'
  const day = formatDayShort(date, today)
  if (kind === 'renewal') {
    return badges.includes('overdue') ? `renewal overdue since ${day}` : `renewal on ${day}`
  }
  return badges.includes('overdue') ? `was to close on ${day}` : `closes on ${day}`
}

function subject({ from }: Part, { today, currency }: ReceiptOptions): string {
  const amount = whole(from.amount, currency)
  if (from.kind !== 'renewal') {
    const what = from.kind === 'expansion' ? 'Expansion' : 'New business'
    return `${what} ${amount} at ${percent(from.win)}, ${dated(from, today)}.`
  }
  return from.evergreen
    ? `Evergreen contract ${amount}.`
    : `Contract ${amount}, ${dated(from, today)}.`
}

function entrySentence(part: Part, shown: number, options: ReceiptOptions): string {
  const { from, link } = part
  const start = subject(part, options)
  if (from.badges.includes('no_rate')) {
    return `${start} Counts nothing: there is no plan rate for ${from.currency}.`
  }
  if (from.raw === 0) return `${start} There is no money in it.`
  const gain = from.kind === 'renewal' ? 'saved' : 'won'
  const sentences = [
    start,
    `${percent(from.q)} at risk, of which ${whole(from.raw * from.protectable, options.currency)} could be ${gain} by the items it asks for.`,
    `This item carries ${percent(part.share)} of that: ${whole(shown, options.currency)} after weights.`,
  ]
  if (link.startInDays !== null && link.startInDays < 0) {
    sentences.push('It is more likely than not to come too late.')
  }
  return sentences.join(' ')
}

function weightsOf({ from }: Part): Weight[] {
  const { psi, icp, strategic, h } = from.weights
  const all: Weight[] = [
    { name: KIND_NAMES[from.kind], factor: psi },
    { name: 'fit', factor: icp },
    { name: 'strategic', factor: strategic },
    { name: 'far date', factor: h },
  ]
  return all.filter(({ factor }) => factor !== 1)
}

/**
 * "Why this score": a line an account, largest first, in plain words and whole base units that add up exactly to the
 * value shown; the last line divides it by the cost.
 */
export function buildReceipt(
  { parts, costInScore }: Pick<ScoredItem, 'parts' | 'costInScore'>,
  options: ReceiptOptions,
): Receipt {
  const accounts = [...groupBy(parts, (part) => part.accountId)]
    .map(([accountId, own]) => ({ accountId, own, value: sum(own.map((part) => part.value)) }))
    .sort((a, b) => b.value - a.value || compareIds(a.accountId, b.accountId))
  const value = sum(parts.map((part) => part.value))
  const total = Math.round(value)
  const shown = largestRemainder(
    accounts.map((account) => account.value),
    total,
  )
  const lines = accounts.map(({ accountId, own, value }, i): ReceiptLine => {
    const line = shown[i] ?? 0
    const entries = largestRemainder(
      own.map((part) => part.value),
      line,
    )
    return {
      accountId,
      account: own[0]?.account ?? '',
      value,
      shown: line,
      entries: own.map((part, j) => ({
        part: showPart(part),
        shown: entries[j] ?? 0,
        sentence: entrySentence(part, entries[j] ?? 0, options),
        weights: weightsOf(part),
      })),
    }
  })
  const score = value / costInScore
  const { hhi, topShare, withoutTop } = concentrationOf(parts)
  const { currency } = options
  return {
    lines,
    total,
    costInScore,
    score,
    concentration: value > 0 ? { hhi, topShare, scoreWithoutTop: withoutTop / costInScore } : null,
    sentence: `${whole(total, currency)} divided by ${costInScore.toFixed(2)} expected engineer-weeks: ${whole(score, currency)} an engineer-week.`,
  }
}
