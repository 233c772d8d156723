import { desc, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import type { PlanRates } from '#app/domain/money.ts'
import { planRates, rateVersions } from '#db/schema/organisation.ts'

import { getOrganisation } from './get-organisation.server.ts'

/** The plan rates in force: base units for one unit of each currency, and the version they are of (null before the first). */
export async function getPlanRates(
  ctx: Pick<Context, 'db'>,
): Promise<PlanRates & { versionId: number | null }> {
  const [version] = await ctx.db
    .select({ id: rateVersions.id, base: rateVersions.baseCurrency })
    .from(rateVersions)
    .orderBy(desc(rateVersions.id))
    .limit(1)
  if (!version) {
    const { baseCurrency } = await getOrganisation(ctx)
    return { versionId: null, base: baseCurrency, rates: {} }
  }
  const rows = await ctx.db
    .select({ currency: planRates.currency, rate: planRates.rate })
    .from(planRates)
    .where(eq(planRates.rateVersionId, version.id))
  return {
    versionId: version.id,
    base: version.base,
    rates: Object.fromEntries(rows.map(({ currency, rate }) => [currency, rate])),
  }
}
