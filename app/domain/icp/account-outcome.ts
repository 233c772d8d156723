import { isOpenOn } from '#app/domain/accounts/contract-rules.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { sum } from '#app/lib/numbers.ts'
import type { Lifecycle, Outcome } from '#db/constants.ts'

/** How one renewal went. `on` is the earlier of the day it was decided and the day it was due. */
export type Renewal = { on: IsoDate; outcome: Outcome; before: number | null }

/** A contract and how it went on; amounts are base units a year, null where they are not known. */
export type ContractCourse = {
  startsOn: IsoDate | null
  endedOn: IsoDate | null
  /** As it is now. */
  amount: number | null
  /** The earliest first. */
  renewals: readonly Renewal[]
}

/** What an account paid a year before the first of its contracts was decided or ended, and what it pays now. */
export type Revenue = { before: number; now: number }

export type AccountOutcome = {
  /** Good: renewed at least once, and pays as much or more. Bad: left, or pays less than 90 %. Null: neither. */
  good: boolean | null
  /** The day on which the first contract was decided or ended; null when none has been. */
  from: IsoDate | null
  left: boolean
  /** Null where an amount is not known. */
  revenue: Revenue | null
}

const LEAST_GOOD = 1
const LEAST_FAIR = 0.9

/**
 * How an account turned out. Its net revenue retention (NRR) is what it pays a year now, new contracts included, over
 * what it paid on the eve of the first decision: of each contract that was open then, the amount before its own first
 * renewal. A contract that churned pays nothing from the decision on, though it may still run.
 */
export function accountOutcome(
  lifecycle: Lifecycle,
  contracts: readonly ContractCourse[],
  today: IsoDate,
): AccountOutcome {
  const from = decidedFrom(contracts)
  const revenue = from === null ? null : revenueOf(contracts, from, today)
  const nrr = revenue && revenue.before > 0 ? revenue.now / revenue.before : null
  const left = lifecycle === 'churned' || nrr === 0
  const renewed = contracts.some(({ renewals }) =>
    renewals.some(({ outcome }) => outcome !== 'churned'),
  )
  const bad = left || (nrr !== null && nrr < LEAST_FAIR)
  const good = renewed && nrr !== null && nrr >= LEAST_GOOD
  return { good: bad ? false : good ? true : null, from, left, revenue }
}

function decidedFrom(contracts: readonly ContractCourse[]): IsoDate | null {
  const days = contracts.flatMap(({ endedOn, renewals }) => [
    ...renewals.map(({ on }) => on),
    ...(endedOn === null ? [] : [endedOn]),
  ])
  return days.sort()[0] ?? null
}

function revenueOf(
  contracts: readonly ContractCourse[],
  from: IsoDate,
  today: IsoDate,
): Revenue | null {
  const eve = addDays(from, -1)
  const before = contracts
    .filter((contract) => isOpenOn(contract, eve))
    .map(({ renewals: [first], amount }) => (first ? first.before : amount))
  const now = contracts
    .filter((contract) => isOpenOn(contract, today))
    .filter(({ renewals }) => renewals.at(-1)?.outcome !== 'churned')
    .map(({ amount }) => amount)
  const [paidBefore, paysNow] = [totalOf(before), totalOf(now)]
  return paidBefore === null || paysNow === null ? null : { before: paidBefore, now: paysNow }
}

/** Null when one is not known. */
function totalOf(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === amounts.length ? sum(known) : null
}
