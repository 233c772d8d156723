import { and, eq } from 'drizzle-orm'

import { fetchContracts } from '#app/domain/accounts/contract-records.server.ts'
import { arrOf, isOpenOn, nextRenewal } from '#app/domain/accounts/contract-rules.ts'
import { healthValue } from '#app/domain/accounts/rules.ts'
import type { Context } from '#app/domain/context.ts'
import { convert, toMajor } from '#app/domain/money.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import type { PeerAccount, PeerRequest } from '#app/domain/scoring/peers/types.ts'
import { diffDays, type IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { sumOf } from '#app/lib/numbers.ts'
import { isOneOf } from '#db/batch.ts'
import { accounts, opportunities } from '#db/schema/accounts.ts'

/** Whoever asks for a ranked item, with ARR, deals, health and renewal. */
export async function loadPeerAccounts(
  ctx: Pick<Context, 'db' | 'now'>,
  asked: ReadonlyMap<number, readonly PeerRequest[]>,
  today: IsoDate,
): Promise<Map<number, PeerAccount>> {
  const ids = [...new Set([...asked.values()].flat().map(({ accountId }) => accountId))]
  const rates = await getPlanRates(ctx)
  const rows = await ctx.db.select().from(accounts).where(isOneOf(accounts.id, ids))
  const contracts = groupBy(await fetchContracts(ctx, ids), (contract) => contract.accountId)
  const deals = groupBy(
    await ctx.db
      .select()
      .from(opportunities)
      .where(and(isOneOf(opportunities.accountId, ids), eq(opportunities.state, 'open'))),
    (deal) => deal.accountId,
  )
  return new Map(
    rows.map((account) => {
      const open = (contracts.get(account.id) ?? []).filter((one) => isOpenOn(one, today))
      const growth = (deals.get(account.id) ?? []).filter(({ kind }) => kind !== 'renewal')
      const renewal = nextRenewal(open, today)
      const closes = growth.flatMap(({ closesOn }) => closesOn ?? []).sort()[0]
      return [
        account.id,
        {
          id: account.id,
          name: account.name,
          arr: toMajor(arrOf(open, rates).amount),
          deals: sumOf(growth, ({ amountMinor: minor, currency }) =>
            minor === null || currency === null ? 0 : (convert({ minor, currency }, rates) ?? 0),
          ),
          dealClosesInDays: closes === undefined ? null : diffDays(today, closes),
          health: healthValue(account),
          renewsInDays: renewal === null ? null : diffDays(today, renewal),
        },
      ]
    }),
  )
}
