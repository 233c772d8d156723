import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { sum } from '#app/lib/numbers.ts'

import type { Cost } from './cost.ts'
import type { ItemBadge, ItemInput, Part, ScoredItem } from './types.ts'

/** Cost of an item, and the median weeks until it ships. */
export type Schedule = { cost: Cost; lead: number }

/** From this share of the value on, an item hangs on one account. */
const TOP_HEAVY = 0.5

/** How the value is spread over accounts: an account with two contracts is one. */
function concentration(parts: readonly Part[], value: number) {
  const values = [...groupBy(parts, (part) => part.accountId).values()].map((own) =>
    sum(own.map((part) => part.value)),
  )
  const top = Math.max(0, ...values)
  const rest = values.toSpliced(values.indexOf(top), 1)
  return {
    accounts: values.length,
    hhi: value > 0 ? sum(values.map((one) => (one / value) ** 2)) : 0,
    topShare: value > 0 ? top / value : 0,
    withoutTop: sum(rest),
  }
}

function earliest(days: readonly number[]): number | null {
  return days.length > 0 ? Math.min(...days) : null
}

/** When to start, what of it comes too late, and the nearest renewal; money that is not there hurries nobody. */
function deadlines(parts: readonly Part[], today: IsoDate) {
  const paying = parts.filter((part) => part.from.raw > 0)
  const late = paying.filter((part) => (part.link.startInDays ?? 0) < 0)
  const ahead = paying.flatMap(({ link }) =>
    link.startInDays !== null && link.startInDays >= 0 ? [link.startInDays] : [],
  )
  const start = earliest(ahead)
  const renewals = parts
    .flatMap(({ from }) => (from.kind === 'renewal' && from.date !== null ? [from.date] : []))
    .filter((date) => date >= today)
    .sort()
  return {
    tooLate: sum(late.map((part) => part.arrAtRisk)),
    startBy: start === null ? null : addDays(today, start),
    nextRenewalOn: renewals[0] ?? null,
  }
}

/** Adds up what each exposure brings to an item. `parts` by ascending exposure id. */
export function scoreItem(
  item: ItemInput,
  { cost, lead }: Schedule,
  parts: Part[],
  today: IsoDate,
): ScoredItem {
  const value = sum(parts.map((part) => part.value))
  const { withoutTop, ...spread } = concentration(parts, value)
  const badges: ItemBadge[] = []
  if (!cost.estimated) badges.push('not_estimated')
  if (cost.wide) badges.push('split_item')
  if (spread.topShare > TOP_HEAVY) badges.push('top_account')
  if (item.shipDate !== undefined && item.shipDate < today) badges.push('ship_date_passed')
  return {
    id: item.id,
    title: item.title,
    badges,
    costSigma: cost.sigma,
    costMean: cost.mean,
    costInScore: cost.inScore,
    leadWeeks: lead,
    alone: sum(parts.map((part) => part.alone)),
    value,
    last: sum(parts.map((part) => part.last)),
    score: value / cost.inScore,
    arrAtRisk: sum(parts.map((part) => part.arrAtRisk)),
    canSave: sum(parts.map((part) => part.canSave)),
    ...deadlines(parts, today),
    ...spread,
    scoreWithoutTop: withoutTop / cost.inScore,
    parts,
  }
}
