import { and, inArray } from 'drizzle-orm'

import { isUnmatched, matchWaitingDeals } from '#app/domain/accounts/renewal-deals.server.ts'
import type { Context } from '#app/domain/context.ts'
import { opportunities } from '#db/schema/accounts.ts'

/** Tries renewal deals that wait for a contract again, of those accounts that have any. */
export async function matchDealsOf(ctx: Context, accountIds: readonly number[]): Promise<void> {
  if (accountIds.length === 0) return
  const waiting = await ctx.db
    .selectDistinct({ accountId: opportunities.accountId })
    .from(opportunities)
    .where(and(inArray(opportunities.accountId, [...new Set(accountIds)]), isUnmatched()))
  for (const { accountId } of waiting) await matchWaitingDeals(ctx, accountId)
}
