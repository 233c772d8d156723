import type { Context } from '#app/domain/context.ts'
import { annualise, convert, type PlanRates } from '#app/domain/money.ts'
import {
  dayIn,
  endOfDayIn,
  getOrganisation,
} from '#app/domain/organisation/get-organisation.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'

import { accountOutcome, type ContractCourse } from './account-outcome.ts'
import {
  fetchHistories,
  fetchRecordedAttributes,
  fetchTurnedContracts,
  type TurnedContract,
} from './course-records.server.ts'
import { derivedFacts } from './derived.ts'
import { earlyDay, factsBefore } from './early-facts.ts'
import type { Facts } from './facts.ts'
import type { AccountCourse } from './sample.ts'

/**
 * How the accounts of a product line turned out that were decided about, by its contracts and those of no line, and what
 * each was like early on.
 */
export async function loadCourses(
  ctx: Pick<Context, 'db' | 'now'>,
  productLineId: number,
): Promise<(AccountCourse & { accountId: number })[]> {
  const [{ timeZone }, rates, contracts, attributes] = await Promise.all([
    getOrganisation(ctx),
    getPlanRates(ctx),
    fetchTurnedContracts(ctx, productLineId),
    fetchRecordedAttributes(ctx),
  ])
  const today = dayIn(timeZone, ctx.now)
  const ofLine = ({ contract }: TurnedContract) =>
    contract.productLineId === null || contract.productLineId === productLineId
  const turned = [...groupBy(contracts, ({ contract }) => contract.accountId)].map(([id, all]) => {
    const own = all.filter(ofLine)
    const lifecycle = own[0]?.lifecycle ?? 'active'
    const courses = own.map((one) => toCourse(one, rates))
    const outcome = accountOutcome(lifecycle, courses, today)
    const begun = own.flatMap(({ contract }) => contract.startsOn ?? []).sort()[0] ?? null
    return { id, contracts: all, outcome, early: earlyDay(begun, outcome.from, today) }
  })
  const histories = await fetchHistories(
    ctx,
    turned.flatMap(({ id, early }) => (early === null ? [] : id)),
    attributes.map(({ key }) => key),
  )
  return turned.map(({ id, contracts, outcome, early }) => {
    if (early === null) return { accountId: id, outcome, facts: null }
    const moment = endOfDayIn(timeZone, early)
    const recorded = factsBefore(moment, histories.get(id) ?? [], attributes)
    return {
      accountId: id,
      outcome,
      facts: recorded && { ...recorded, ...contractFacts(contracts, rates, early) },
    }
  })
}

/**
 * What followed from an account's contracts on a day. Not how long it has been a customer, which is the same for all by
 * then, nor its regions, since families have no history.
 */
function contractFacts(own: readonly TurnedContract[], rates: PlanRates, day: IsoDate): Facts {
  const [id = 0] = own.map(({ contract }) => contract.accountId)
  const contracts = own.map(({ contract, renewals: [first] }) => ({
    ...contract,
    covers: [],
    amount: {
      minor: first?.amountBeforeMinor ?? contract.amountMinor,
      currency: first?.currency ?? contract.currency,
    },
  }))
  const account = { id, parentId: null, region: null, archivedAt: null }
  const then = derivedFacts({ accounts: [account], contracts, rates, today: day }).get(id)
  return {
    'derived:arr': then?.['derived:arr'] ?? null,
    'derived:contracts': then?.['derived:contracts'] ?? null,
    'derived:lines': then?.['derived:lines'] ?? null,
  }
}

function toCourse({ contract, renewals }: TurnedContract, rates: PlanRates): ContractCourse {
  const { startsOn, endedOn, period } = contract
  const yearly = (minor: number, currency: string) =>
    convert(annualise({ minor, currency }, period), rates)
  return {
    startsOn,
    endedOn,
    amount: yearly(contract.amountMinor, contract.currency),
    renewals: renewals.map(({ outcome, dueOn, decidedOn, amountBeforeMinor, currency }) => ({
      on: dueOn !== null && dueOn < decidedOn ? dueOn : decidedOn,
      outcome,
      before:
        amountBeforeMinor === null || currency === null
          ? null
          : yearly(amountBeforeMinor, currency),
    })),
  }
}
