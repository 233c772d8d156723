import type { Context } from '#app/domain/context.ts'
import { annualise, convert, type PlanRates } from '#app/domain/money.ts'
import {
  dayIn,
  endOfDayIn,
  getOrganisation,
} from '#app/domain/organisation/get-organisation.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { groupBy } from '#app/lib/group-by.ts'

import { accountOutcome, type ContractCourse } from './account-outcome.ts'
import {
  fetchHistories,
  fetchRecordedAttributes,
  fetchTurnedContracts,
} from './course-records.server.ts'
import { earlyDay, factsBefore } from './early-facts.ts'
import type { AccountCourse } from './sample.ts'

type Turned = Awaited<ReturnType<typeof fetchTurnedContracts>>[number]

/** How the accounts of a product line turned out that were decided about, and what each was like early on. */
export async function loadCourses(
  ctx: Pick<Context, 'db' | 'now'>,
  productLineId: number,
): Promise<AccountCourse[]> {
  const [{ timeZone }, rates, contracts, attributes] = await Promise.all([
    getOrganisation(ctx),
    getPlanRates(ctx),
    fetchTurnedContracts(ctx, productLineId),
    fetchRecordedAttributes(ctx),
  ])
  const today = dayIn(timeZone, ctx.now)
  const turned = [...groupBy(contracts, ({ contract }) => contract.accountId)].map(([id, own]) => {
    const lifecycle = own[0]?.lifecycle ?? 'active'
    const courses = own.map((one) => toCourse(one, rates))
    const outcome = accountOutcome(lifecycle, courses, today)
    const begun = own.flatMap(({ contract }) => contract.startsOn ?? []).sort()[0] ?? null
    return { id, outcome, early: earlyDay(begun, outcome.from, today) }
  })
  const histories = await fetchHistories(
    ctx,
    turned.flatMap(({ id, early }) => (early === null ? [] : id)),
    attributes.map(({ key }) => key),
  )
  return turned.map(({ id, outcome, early }) => ({
    outcome,
    facts:
      early === null
        ? null
        : factsBefore(endOfDayIn(timeZone, early), histories.get(id) ?? [], attributes),
  }))
}

function toCourse({ contract, renewals }: Turned, rates: PlanRates): ContractCourse {
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
