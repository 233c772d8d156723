import { and, eq, inArray, ne } from 'drizzle-orm'

import { fetchContracts } from '#app/domain/accounts/contract-records.server.ts'
import {
  arrOf,
  contractsTouched,
  isOpenOn,
  nextRenewal,
} from '#app/domain/accounts/contract-rules.ts'
import type { Context } from '#app/domain/context.ts'
import type { Money } from '#app/domain/money.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { accounts, opportunities } from '#db/schema/accounts.ts'

import { nextDecision } from './inbox.ts'

export type AccountFacts = {
  /** Sum of its own open contracts, in base currency. */
  arr: Money
  /** Open contracts that it holds. */
  contracts: number
  renewsOn: IsoDate | null
  /** The day by which it next decides. */
  decidesOn: IsoDate | null
}

/** Revenue and next decision of each account, by number. */
export async function getAccountFacts(
  ctx: Pick<Context, 'db'>,
  accountIds: readonly number[],
  today: IsoDate,
): Promise<ReadonlyMap<number, AccountFacts>> {
  if (accountIds.length === 0) return new Map()
  const ids = [...new Set(accountIds)]
  const [rows, deals, rates] = await Promise.all([
    ctx.db
      .select({ id: accounts.id, parentId: accounts.parentId })
      .from(accounts)
      .where(inArray(accounts.id, ids)),
    ctx.db
      .select({ accountId: opportunities.accountId, closesOn: opportunities.closesOn })
      .from(opportunities)
      .where(
        and(
          inArray(opportunities.accountId, ids),
          eq(opportunities.state, 'open'),
          ne(opportunities.kind, 'renewal'),
        ),
      ),
    getPlanRates(ctx),
  ])
  const contracts = await fetchContracts(ctx, [
    ...new Set(rows.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId]))),
  ])
  return new Map(
    rows.map((account) => {
      const own = contracts.filter((one) => one.accountId === account.id && isOpenOn(one, today))
      const touched = contractsTouched(account, contracts, null, today)
      return [
        account.id,
        {
          arr: arrOf(own, rates).amount,
          contracts: own.length,
          renewsOn: nextRenewal(touched, today),
          decidesOn: nextDecision(
            touched,
            deals.filter(({ accountId }) => accountId === account.id),
            today,
          ),
        },
      ]
    }),
  )
}
