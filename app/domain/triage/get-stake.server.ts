import { inArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import type { Money } from '#app/domain/money.ts'
import { findStakeChoices, getStake } from '#app/domain/requests/stake.server.ts'
import { defaultStake } from '#app/domain/requests/stake.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { StakeMode } from '#db/constants.ts'
import { exposureScores } from '#db/schema/scores.ts'

/** A contract or an opportunity that the request puts at stake. */
export type AtStake = {
  kind: 'contract' | 'opportunity'
  id: number
  name: string
  amount: Money | null
  monthly: boolean
  /** Renewal or close date; null with evergreen, or when nobody knows it. */
  date: IsoDate | null
  /** Share of the money at risk today, 0 to 1; null while it has no score. */
  risk: number | null
}

/** What a request puts at stake, by its own choice or by the rule, with the risk as it is today. */
export async function listAtStake(
  ctx: Pick<Context, 'db' | 'now'>,
  request: { id: number; accountId: number; productLineId: number; stakeMode: StakeMode },
): Promise<AtStake[]> {
  const [choices, chosen] = await Promise.all([
    findStakeChoices(ctx, request.accountId),
    getStake(ctx, request.id),
  ])
  if (!choices) return []
  const ruled = defaultStake(choices.account, choices, request.productLineId, choices.today)
  const contractIds = request.stakeMode === 'chosen' ? chosen.contractIds : ruled.contractIds
  const stake = [
    ...choices.contracts
      .filter(({ id }) => contractIds.includes(id))
      .map((one) => ({
        kind: 'contract' as const,
        id: one.id,
        name: one.name,
        amount: one.amount,
        monthly: one.period === 'month',
        date: one.renewsOn,
      })),
    ...choices.opportunities
      .filter(({ id }) => chosen.opportunityIds.includes(id))
      .map((one) => ({
        kind: 'opportunity' as const,
        id: one.id,
        name: one.name,
        amount: one.amount,
        monthly: false,
        date: one.closesOn,
      })),
  ]
  const risks = await getRisks(
    ctx,
    stake.map(({ kind, id }) => `${kind}:${id}`),
  )
  return stake.map((one) => ({ ...one, risk: risks.get(`${one.kind}:${one.id}`) ?? null }))
}

async function getRisks(
  ctx: Pick<Context, 'db'>,
  exposures: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (exposures.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      exposure: exposureScores.exposure,
      raw: exposureScores.raw,
      arrAtRisk: exposureScores.arrAtRisk,
    })
    .from(exposureScores)
    .where(inArray(exposureScores.exposure, [...exposures]))
  return new Map(
    rows.flatMap(({ exposure, raw, arrAtRisk }) => (raw > 0 ? [[exposure, arrAtRisk / raw]] : [])),
  )
}
