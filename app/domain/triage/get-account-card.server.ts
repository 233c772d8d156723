import { and, desc, eq } from 'drizzle-orm'

import { healthBand } from '#app/domain/accounts/rules.ts'
import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { getCurrentCriteria } from '#app/domain/icp/current-criteria.server.ts'
import { fitAccount } from '#app/domain/icp/fit.ts'
import { getFacts } from '#app/domain/icp/gather-facts.server.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { accounts, changes } from '#db/schema/accounts.ts'

import { getAccountFacts } from './account-facts.server.ts'

export type AccountCard = Awaited<ReturnType<typeof getAccountCard>>

/** Who asks: revenue, health with its last value, the next renewal, the fit. Throws not_found. */
export async function getAccountCard(
  ctx: Pick<Context, 'db' | 'now'>,
  { accountId, productLineId }: { accountId: number; productLineId: number },
) {
  const { timeZone } = await getOrganisation(ctx)
  const today = dayIn(timeZone, ctx.now)
  const [[account], facts, criteria, [lastHealth]] = await Promise.all([
    ctx.db.select().from(accounts).where(eq(accounts.id, accountId)),
    getAccountFacts(ctx, [accountId], today),
    getCurrentCriteria(ctx, productLineId),
    ctx.db
      .select({ before: changes.before, changedAt: changes.changedAt })
      .from(changes)
      .where(
        and(
          eq(changes.subjectType, 'account'),
          eq(changes.subjectId, accountId),
          eq(changes.field, 'healthScore'),
        ),
      )
      .orderBy(desc(changes.id))
      .limit(1),
  ])
  const money = facts.get(accountId)
  if (!account || !money) throw notFound('The account')
  const profile = criteria.get(productLineId)
  return {
    id: account.id,
    name: account.name,
    industry: account.industry,
    region: account.region,
    employees: account.employees,
    healthScore: account.healthScore,
    ...money,
    /** Against the profile in force of the request's product line; null while there is none. */
    fit: profile ? fitAccount(profile, await getFacts(ctx, accountId)) : null,
    health: healthBand(account),
    /** The score before the last change, and until when it held. */
    healthBefore:
      typeof lastHealth?.before === 'number'
        ? { score: lastHealth.before, until: dayIn(timeZone, lastHealth.changedAt) }
        : null,
    today,
  }
}
