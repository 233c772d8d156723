import { and, desc, eq } from 'drizzle-orm'

import { healthBand } from '#app/domain/accounts/rules.ts'
import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { accounts, changes } from '#db/schema/accounts.ts'

import { getAccountFacts } from './account-facts.server.ts'

export type AccountCard = Awaited<ReturnType<typeof getAccountCard>>

/** Who asks: revenue, health with its last value, the next renewal. Throws not_found. */
export async function getAccountCard(ctx: Pick<Context, 'db' | 'now'>, accountId: number) {
  const today = await getToday(ctx)
  const [[account], facts, [lastHealth]] = await Promise.all([
    ctx.db
      .select({
        id: accounts.id,
        name: accounts.name,
        lifecycle: accounts.lifecycle,
        industry: accounts.industry,
        region: accounts.region,
        employees: accounts.employees,
        healthScore: accounts.healthScore,
        healthColour: accounts.healthColour,
      })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
    getAccountFacts(ctx, [accountId], today),
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
  return {
    ...account,
    ...money,
    health: healthBand(account),
    /** The score before the last change, and until when it held. */
    healthBefore:
      typeof lastHealth?.before === 'number'
        ? { score: lastHealth.before, until: lastHealth.changedAt }
        : null,
    today,
  }
}
