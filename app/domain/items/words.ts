import { SUPPORTED } from '#app/domain/scoring/uncertainty.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'
import type { Confidence, CostSize, Horizon, ItemStatus, Lane } from '#db/constants.ts'

export const LANE_LABELS: Readonly<Record<Lane, string>> = {
  ranked: 'Ranked by score',
  security: 'Security',
  compliance: 'Compliance',
  debt: 'Technical debt',
}

export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
}

/** Where an item can stand, as one choice: planned is one of its horizons. */
export const STEPS = [
  'candidate',
  'later',
  'next',
  'now',
  'in_progress',
  'shipped',
  'declined',
] as const
export type Step = (typeof STEPS)[number]

export const STEP_LABELS: Readonly<Record<Step, string>> = {
  candidate: 'Candidate',
  later: 'Planned: later',
  next: 'Planned: next',
  now: 'Planned: now',
  in_progress: 'In progress',
  shipped: 'Shipped',
  declined: 'Declined',
}

type Stands = { status: ItemStatus; horizon: Horizon | null }

/** The one choice that a status and its horizon are. */
export function stepOf({ status, horizon }: Stands): Step {
  return status === 'planned' ? (horizon ?? 'later') : status
}

/** The status and horizon that one choice is. */
export function standsAt(step: Step): Stands {
  return step === 'now' || step === 'next' || step === 'later'
    ? { status: 'planned', horizon: step }
    : { status: step, horizon: null }
}

/** `rank 5 in Platform, tier 2`, or null while the item is not ranked. */
export function rankText(item: {
  rank: number | null
  tier: number | null
  line: string
}): string | null {
  if (item.rank === null) return null
  const place = `rank ${item.rank} in ${item.line}`
  return item.tier === null ? place : `${place}, tier ${item.tier}`
}

/** A probability as `86 %`; never certain, because nothing is, and never rounded up to what would support an order. */
export function oddsText(odds: number): string {
  const most = odds < SUPPORTED ? Math.ceil(SUPPORTED * 100) - 1 : 99
  return `${Math.min(most, Math.max(1, Math.round(odds * 100)))} %`
}

/** `2 to 5 weeks, likely 3`, `size L`, or null while nobody estimated. */
export function costText(item: {
  costLow: number | null
  costLikely: number | null
  costHigh: number | null
  costSize: CostSize | null
}): string | null {
  if (item.costSize !== null) return `size ${item.costSize}`
  if (item.costLow === null) return null
  return `${item.costLow} to ${item.costHigh} weeks, likely ${item.costLikely}`
}

/** `Q2 2026, high confidence`, `30 Jun 2026, low confidence`, or null while nothing is expected. */
export function shipText(item: {
  shipsOn: IsoDate | null
  shipQuarter: string | null
  shipConfidence: Confidence | null
}): string | null {
  if (item.shipsOn === null) return null
  const when = item.shipQuarter ?? formatDay(item.shipsOn)
  return item.shipConfidence === null ? when : `${when}, ${item.shipConfidence} confidence`
}

/** Fields whose values are too long to be told in a sentence. */
const LONG = new Set(['description'])

/** A change of a field as a clause after a name: `changed the cost from size L to size M`. */
export function describeFieldChange(change: {
  words: string
  before: string | null
  after: string | null
}): string {
  const { words, before, after } = change
  if (LONG.has(words)) return `edited the ${words}`
  if (before === null) return `set the ${words} to ${after ?? 'nothing'}`
  if (after === null) return `cleared the ${words}, which was ${before}`
  return `changed the ${words} from ${before} to ${after}`
}
