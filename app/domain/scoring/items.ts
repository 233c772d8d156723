import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { sumOf } from '#app/lib/numbers.ts'

import { concentrationOf } from './concentration.ts'
import type { Cost } from './cost.ts'
import type { ItemBadge, ItemInput, Part, ScoredItem } from './types.ts'

/** Cost of an item, and the median weeks until it ships. */
export type Schedule = { cost: Cost; lead: number }

/** From this share of the value on, an item hangs on one account. */
const TOP_HEAVY = 0.5

/** When to start, what of it comes too late, and the nearest renewal; money that is not there hurries nobody. */
function deadlines(parts: readonly Part[], today: IsoDate) {
  let start = Infinity
  let nextRenewalOn: IsoDate | null = null
  for (const { link, from } of parts) {
    const days = link.startInDays ?? -1
    if (from.raw > 0 && days >= 0) start = Math.min(start, days)
    const renewal = from.kind === 'renewal' ? from.date : null
    if (renewal === null || renewal < today) continue
    if (nextRenewalOn === null || renewal < nextRenewalOn) nextRenewalOn = renewal
  }
  return {
    tooLate: sumOf(parts, ({ link, arrAtRisk }) => ((link.startInDays ?? 0) < 0 ? arrAtRisk : 0)),
    startBy: start === Infinity ? null : addDays(today, start),
    nextRenewalOn,
  }
}

/** Adds up what each exposure brings to an item. `parts` by ascending exposure id. */
export function scoreItem(
  item: ItemInput,
  { cost, lead }: Schedule,
  parts: Part[],
  today: IsoDate,
): ScoredItem {
  const value = sumOf(parts, (part) => part.value)
  const { withoutTop, ...spread } = concentrationOf(parts)
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
    alone: sumOf(parts, (part) => part.alone),
    value,
    last: sumOf(parts, (part) => part.last),
    score: value / cost.inScore,
    arrAtRisk: sumOf(parts, (part) => part.arrAtRisk),
    canSave: sumOf(parts, (part) => part.canSave),
    ...deadlines(parts, today),
    ...spread,
    scoreWithoutTop: withoutTop / cost.inScore,
    parts,
  }
}
