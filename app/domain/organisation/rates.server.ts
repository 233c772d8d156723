import { desc, eq } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { organisation, planRates, rateVersions } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'

import { changedSince, pairsText } from './changed-since.server.ts'
import { getPlanRates } from './get-plan-rates.server.ts'
import type { RatesInput } from './schemas.ts'

const HISTORY = 50

export type RateVersion = {
  id: number
  reason: string
  baseCurrency: string
  createdBy: string | null
  createdAt: Date
}

/** Versions of the plan rates, the one in force first. */
export function listRateVersions({ db }: Pick<Context, 'db'>): Promise<RateVersion[]> {
  return db
    .select({
      id: rateVersions.id,
      reason: rateVersions.reason,
      baseCurrency: rateVersions.baseCurrency,
      createdBy: people.name,
      createdAt: rateVersions.createdAt,
    })
    .from(rateVersions)
    .leftJoin(people, eq(people.id, rateVersions.createdBy))
    .orderBy(desc(rateVersions.id))
    .limit(HISTORY)
}

/**
 * Puts plan rates in force as a new version; the earlier ones stay for the publications that used them.
 * Every amount in base currency moves with it, so everything is scored again.
 */
export async function setPlanRates(ctx: Context, input: RatesInput): Promise<number> {
  authorize(ctx, 'settings.manage')
  return inTransaction(ctx, async (ctx) => {
    const [settings] = await ctx.db
      .select({ baseCurrency: organisation.baseCurrency })
      .from(organisation)
      .where(eq(organisation.id, 1))
      .for('update')
    if (!settings) throw notFound('The organisation')
    const newest = await getPlanRates(ctx)
    if (newest.versionId !== (input.wasVersionId ?? null)) {
      const subject = ['rate_version', newest.versionId ?? 0] as const
      throw await changedSince(ctx, subject, pairsText(Object.entries(newest.rates)))
    }
    const { baseCurrency } = settings
    const rates = input.rates.flatMap(({ currency, rate }) =>
      currency && rate !== undefined ? [{ currency, rate }] : [],
    )
    if (rates.some(({ currency }) => currency === baseCurrency)) {
      throw invalid(`${baseCurrency} is the base currency and counts as 1. Leave it out.`)
    }
    const [version] = await ctx.db
      .insert(rateVersions)
      .values({
        reason: input.reason,
        baseCurrency,
        createdBy: ctx.actor.id,
        createdAt: ctx.now,
      })
      .returning({ id: rateVersions.id })
    if (!version) throw new Error('The plan rates were not stored')
    if (rates.length > 0) {
      await ctx.db
        .insert(planRates)
        .values(rates.map((rate) => ({ ...rate, rateVersionId: version.id })))
    }
    await recordEvent(ctx, {
      name: 'plan_rates.set',
      subject: ['rate_version', version.id],
      data: {
        reason: input.reason,
        rates: Object.fromEntries(rates.map((r) => [r.currency, r.rate])),
      },
    })
    await refreshScores(ctx, 'all')
    return version.id
  })
}
