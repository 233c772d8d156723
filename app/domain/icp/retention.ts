import { jackknifeError } from '#app/lib/jackknife.ts'
import { sumOf } from '#app/lib/numbers.ts'
import { wilson, Z95, type Interval } from '#app/lib/wilson.ts'

import type { Revenue } from './account-outcome.ts'
import { keptShare, type KeptShare } from './evidence-row.ts'
import { FIT_BANDS, scoreAccount, type FitBand } from './fit.ts'
import type { AccountCourse } from './sample.ts'
import type { WeighedCriterion } from './weights.ts'

/** A share of revenue with its 95 % interval. */
export type RevenueShare = Interval & { value: number }

export type Retention = {
  /** Renewed and pay as much or more, of those that turned out good or bad. */
  kept: KeptShare
  /** Still customers, of all that were decided about. */
  stayed: KeptShare
  /** Revenue kept, growth left out; null where no amount is known. */
  grr: RevenueShare | null
  /** Revenue now over revenue before; null for fewer accounts than an interval can be drawn from. */
  nrr: RevenueShare | null
}

export type BandRetention = Retention & { band: FitBand }

/** With fewer accounts their spread says nothing. */
const LEAST_FOR_SPREAD = 5

/**
 * How the accounts of each band were kept, and all together. The band is that of the values early on: those of today
 * know the outcome. Accounts that were not on record then are left out.
 */
export function retentionByBand(
  criteria: readonly WeighedCriterion[],
  courses: readonly AccountCourse[],
): { bands: BandRetention[]; all: Retention } {
  const banded = courses.flatMap(({ outcome, facts }) =>
    facts === null || (outcome.from === null && !outcome.left)
      ? []
      : [{ ...outcome, band: scoreAccount(criteria, facts).band }],
  )
  return {
    bands: FIT_BANDS.map(([band]) => ({
      band,
      ...retentionOf(banded.filter((one) => one.band === band)),
    })),
    all: retentionOf(banded),
  }
}

type Decided = { good: boolean | null; left: boolean; revenue: Revenue | null }

function retentionOf(accounts: readonly Decided[]): Retention {
  const turned = accounts.filter(({ good }) => good !== null)
  const paying = accounts.flatMap(({ revenue }) =>
    revenue !== null && revenue.before > 0 ? revenue : [],
  )
  return {
    kept: keptShare(turned.filter(({ good }) => good).length, turned.length),
    stayed: keptShare(accounts.filter(({ left }) => !left).length, accounts.length),
    grr: grossRetention(paying),
    nrr: netRetention(paying),
  }
}

/**
 * Gross revenue retention. Its interval is Wilson's for as many accounts as equal amounts would need to be as uncertain
 * (Kish): the part of an account that is kept lies between 0 and 1, and nothing on that range varies more than all or
 * nothing does; so the interval is never too narrow, and not empty when everybody stayed.
 */
function grossRetention(accounts: readonly Revenue[]): RevenueShare | null {
  const before = sumOf(accounts, (one) => one.before)
  if (before === 0) return null
  const value = sumOf(accounts, (one) => Math.min(one.now, one.before)) / before
  const effective = before ** 2 / sumOf(accounts, (one) => one.before ** 2)
  return { value, ...wilson(value * effective, effective) }
}

/** Net revenue retention, with the jackknife over accounts, since growth has no upper end. */
function netRetention(accounts: readonly Revenue[]): RevenueShare | null {
  if (accounts.length < LEAST_FOR_SPREAD) return null
  const [now, before] = [sumOf(accounts, (one) => one.now), sumOf(accounts, (one) => one.before)]
  const without = accounts.map((one) => (now - one.now) / (before - one.before))
  const half = Z95 * jackknifeError(without)
  const value = now / before
  return { value, low: Math.max(0, value - half), high: value + half }
}
