import { eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { accounts } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'

import type { AccountSummary } from './account-summary.ts'
import { fetchContracts } from './contract-records.server.ts'
import { arrOf, contractsTouched, isOpenOn, nextRenewal } from './contract-rules.ts'
import { healthBand } from './rules.ts'

/** Accounts in short, in the order of `ids`; ids of no account are left out. ARR only with `revenue.read`. */
export async function summariseAccounts(
  ctx: Context,
  ids: readonly number[],
): Promise<AccountSummary[]> {
  if (ids.length === 0) return []
  const parent = alias(accounts, 'parent')
  const rows = await ctx.db
    .select({
      account: accounts,
      owner: { id: people.id, name: people.name },
      parent: { id: parent.id, name: parent.name },
    })
    .from(accounts)
    .leftJoin(people, eq(people.id, accounts.ownerId))
    .leftJoin(parent, eq(parent.id, accounts.parentId))
    .where(inArray(accounts.id, [...ids]))
  const today = await getToday(ctx)
  const rates = may(ctx.actor, 'revenue.read') ? await getPlanRates(ctx) : null
  const holders = rows.flatMap(({ account }) => [account.id, account.parentId ?? account.id])
  const byHolder = groupBy(
    await fetchContracts(ctx, [...new Set(holders)]),
    (contract) => contract.accountId,
  )

  const summaries = rows.map(({ account, owner, parent }): AccountSummary => {
    const own = (byHolder.get(account.id) ?? []).filter((contract) => isOpenOn(contract, today))
    const parents = account.parentId === null ? [] : (byHolder.get(account.parentId) ?? [])
    const touched = contractsTouched(account, [...own, ...parents], null, today)
    const { id, name, lifecycle, industry, region, employees, segment } = account
    return {
      ...{ id, name, lifecycle, industry, region, employees, segment, owner, parent },
      health: { colour: healthBand(account), score: account.healthScore },
      arr: rates && arrOf(own, rates),
      contracts: own.length,
      coveredByParent: own.length === 0 && touched.length > 0,
      nextRenewal: nextRenewal(touched, today),
      archived: account.archivedAt !== null,
    }
  })
  const place = new Map(ids.map((id, index) => [id, index]))
  return summaries.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

/** One account in short. Throws not_found. */
export async function getAccountSummary(ctx: Context, id: number): Promise<AccountSummary> {
  const [summary] = await summariseAccounts(ctx, [id])
  if (!summary) throw notFound('This account')
  return summary
}
