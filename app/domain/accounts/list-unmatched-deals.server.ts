import { asc, eq, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { accounts, opportunities } from '#db/schema/accounts.ts'

import { isUnmatched } from './renewal-deals.server.ts'

export type UnmatchedDeal = {
  id: number
  name: string
  closesOn: IsoDate | null
  account: { id: number; name: string }
}

/** Open renewal deals that no contract was found for, by close date. They move no contract's date until one fits. */
export function listUnmatchedDeals(ctx: Context): Promise<UnmatchedDeal[]> {
  authorize(ctx, 'read')
  return ctx.db
    .select({
      id: opportunities.id,
      name: opportunities.name,
      closesOn: opportunities.closesOn,
      account: { id: accounts.id, name: accounts.name },
    })
    .from(opportunities)
    .innerJoin(accounts, eq(accounts.id, opportunities.accountId))
    .where(isUnmatched())
    .orderBy(sql`${opportunities.closesOn} asc nulls last`, asc(opportunities.id))
    .limit(500)
}

/** How many there are. */
export async function countUnmatchedDeals(ctx: Context): Promise<number> {
  authorize(ctx, 'read')
  return ctx.db.$count(opportunities, isUnmatched())
}
