import { and, count, eq, gt, isNull, or } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { contracts, opportunities } from '#db/schema/accounts.ts'

import { fetchEditableAccount, saveAccount } from './account-records.server.ts'

type Seen = { accountId: number; version: number }

/**
 * Puts an account away: it leaves the lists and takes no new requests. Refused while contracts or opportunities are
 * open, because their money would leave the totals without a word.
 */
export async function archiveAccount(ctx: Context, { accountId, version }: Seen): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchEditableAccount(ctx, accountId, 'no key update')
    const today = await getToday(ctx)
    const [openContracts] = await ctx.db
      .select({ n: count() })
      .from(contracts)
      .where(
        and(
          eq(contracts.accountId, accountId),
          or(isNull(contracts.endedOn), gt(contracts.endedOn, today)),
        ),
      )
    const [openDeals] = await ctx.db
      .select({ n: count() })
      .from(opportunities)
      .where(and(eq(opportunities.accountId, accountId), eq(opportunities.state, 'open')))
    if (openContracts?.n || openDeals?.n) {
      throw invalid('Contracts or opportunities of this account are open. End or close them first.')
    }
    const archivedAt = before.archivedAt ?? ctx.now
    await saveAccount(ctx, before, version, { archivedAt }, 'account.archived')
  })
}

/** Takes an account into the lists again. */
export async function restoreAccount(ctx: Context, { accountId, version }: Seen): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchEditableAccount(ctx, accountId)
    await saveAccount(ctx, before, version, { archivedAt: null }, 'account.restored')
  })
}
