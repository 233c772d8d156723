import { annualise, convert, fromMajor, type Money, type PlanRates } from '#app/domain/money.ts'
import { diffDays, type IsoDate } from '#app/lib/dates.ts'
import { sum } from '#app/lib/numbers.ts'
import type { ContractPeriod } from '#db/constants.ts'

type Term = { startsOn: IsoDate | null; endedOn: IsoDate | null }
type Renewing = Term & { renewsOn: IsoDate | null }

/** Days that a renewal may be overdue before it no longer counts as the next one. */
export const LONGEST_OVERDUE = 90
/** Days between a renewal deal's close date and the renewal date it speaks of. */
const DEAL_WINDOW = 90
/** Base units a year; more than that is asked again. */
export const LARGE_AMOUNT = 1e9

/** Whether the contract has begun and not ended. The day it ends is the first without it. */
export function isOpenOn({ startsOn, endedOn }: Term, day: IsoDate): boolean {
  return (startsOn === null || startsOn <= day) && (endedOn === null || endedOn > day)
}

/** ARR in the base currency. `withoutRate` names the currencies that count nothing, for want of a plan rate. */
export type Arr = { amount: Money; withoutRate: string[] }

/** Yearly revenue of amounts with their periods, by plan rates: the one sum of ARR. */
export function arrOf(
  amounts: ReadonlyArray<{ amount: Money; period: ContractPeriod }>,
  rates: PlanRates,
): Arr {
  const withoutRate = new Set<string>()
  const base: number[] = []
  for (const { amount, period } of amounts) {
    const major = convert(annualise(amount, period), rates)
    if (major === null) withoutRate.add(amount.currency)
    else base.push(major)
  }
  return { amount: fromMajor(sum(base), rates.base), withoutRate: [...withoutRate].sort() }
}

/** Whether so much money a year must be said twice. False without a plan rate: there is nothing to compare. */
export function isLarge(amount: Money, period: ContractPeriod, rates: PlanRates): boolean {
  return (convert(annualise(amount, period), rates) ?? 0) > LARGE_AMOUNT
}

/** Whether the renewal date has passed and nobody ended or renewed the contract. */
export function isOverdue({ renewsOn }: { renewsOn: IsoDate | null }, today: IsoDate): boolean {
  return renewsOn !== null && renewsOn < today
}

/** The earliest renewal of the open contracts, overdue ones of the last 90 days included. */
export function nextRenewal(contracts: readonly Renewing[], today: IsoDate): IsoDate | null {
  const dates = contracts
    .filter((contract) => isOpenOn(contract, today))
    .flatMap(({ renewsOn }) => (renewsOn === null ? [] : [renewsOn]))
    .filter((date) => diffDays(date, today) <= LONGEST_OVERDUE)
  return dates.sort()[0] ?? null
}

type Coverage = Term & {
  accountId: number
  covers: readonly number[]
  productLineId: number | null
}

/**
 * The contracts that a request of the account touches unless it says otherwise: its own open ones; without any, those of
 * its parent that cover it; never a sibling's. Source: docs/model.md.
 *
 * @param productLineId keeps contracts of this product line and of none; null keeps all
 */
export function contractsTouched<C extends Coverage>(
  account: { id: number; parentId: number | null },
  contracts: readonly C[],
  productLineId: number | null,
  today: IsoDate,
): C[] {
  const open = contracts.filter((contract) => isOpenOn(contract, today))
  const own = open.filter((contract) => contract.accountId === account.id)
  const covering = open.filter(
    (contract) => contract.accountId === account.parentId && contract.covers.includes(account.id),
  )
  return (own.length > 0 ? own : covering).filter(
    (contract) =>
      productLineId === null ||
      contract.productLineId === null ||
      contract.productLineId === productLineId,
  )
}

type Deal = { accountId: number; closesOn: IsoDate | null; productLineId: number | null }

/**
 * The contract that a renewal deal speaks of: of the same account, open, with a renewal date within 90 days of the deal's
 * close date. The nearest date wins, then the same product line, then the older contract. Source: docs/model.md.
 */
export function matchRenewalDeal<
  C extends Renewing & { id: number; accountId: number; productLineId: number | null },
>(deal: Deal, contracts: readonly C[], today: IsoDate): C | null {
  const { closesOn } = deal
  if (closesOn === null) return null
  const candidates = contracts
    .filter((contract) => contract.accountId === deal.accountId && isOpenOn(contract, today))
    .flatMap((contract) =>
      contract.renewsOn === null
        ? []
        : [{ contract, away: Math.abs(diffDays(contract.renewsOn, closesOn)) }],
    )
    .filter(({ away }) => away <= DEAL_WINDOW)
  const otherLine = ({ productLineId }: C) => Number(productLineId !== deal.productLineId)
  candidates.sort(
    (a, b) =>
      a.away - b.away ||
      otherLine(a.contract) - otherLine(b.contract) ||
      a.contract.id - b.contract.id,
  )
  return candidates[0]?.contract ?? null
}
