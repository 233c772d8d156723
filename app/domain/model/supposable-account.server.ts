import { asc, eq } from 'drizzle-orm'

import { isOpenOn } from '#app/domain/accounts/contract-rules.ts'
import { healthValue, weightOn } from '#app/domain/accounts/rules.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { accounts, contracts } from '#db/schema/accounts.ts'

import type { SupposableAccount } from './read-facts.ts'

/** The account with its open contracts, or null when there is none of that number. */
export async function findSupposableAccount(
  ctx: Context,
  id: number,
): Promise<SupposableAccount | null> {
  authorize(ctx, 'revenue.read')
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, id))
  if (!account) return null
  const today = await getToday(ctx)
  const own = await ctx.db
    .select()
    .from(contracts)
    .where(eq(contracts.accountId, id))
    .orderBy(asc(contracts.id))
  return {
    id,
    name: account.name,
    health: healthValue(account),
    strategic: weightOn(account, today),
    contracts: own
      .filter((contract) => isOpenOn(contract, today))
      .map(({ amountMinor: minor, currency, ...contract }) => ({
        id: contract.id,
        name: contract.name,
        amount: { minor, currency },
        period: contract.period,
        renewsOn: contract.renewsOn,
      })),
  }
}
