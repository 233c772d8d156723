import { and, asc, isNull, ne } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import { fetchContracts } from '#app/domain/accounts/contract-records.server.ts'
import { arrOf, isOpenOn } from '#app/domain/accounts/contract-rules.ts'
import type { Context } from '#app/domain/context.ts'
import { toMajor } from '#app/domain/money.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { accounts } from '#db/schema/accounts.ts'

import { passes } from './criteria.ts'
import { accountFacts } from './facts.ts'
import { fitAccount, type Fit } from './fit.ts'
import type { WeighedCriterion } from './weights.ts'

export type AccountFit = {
  id: number
  name: string
  /** Base units a year; null for whoever may not see revenue. */
  arr: number | null
  fit: Fit
  /** What comes of each criterion, in their order; null when unknown. */
  met: (boolean | null)[]
}

/** Fit of every account that has not churned against these criteria, by name. */
export async function fitAccounts(
  ctx: Context,
  criteria: readonly WeighedCriterion[],
): Promise<AccountFit[]> {
  const rows = await ctx.db
    .select()
    .from(accounts)
    .where(and(isNull(accounts.archivedAt), ne(accounts.lifecycle, 'churned')))
    .orderBy(asc(accounts.nameFold), asc(accounts.id))
  const arr = may(ctx.actor, 'revenue.read')
    ? await arrByAccount(
        ctx,
        rows.map(({ id }) => id),
      )
    : null
  return rows.map((row) => {
    const facts = accountFacts(row)
    return {
      id: row.id,
      name: row.name,
      arr: arr && (arr.get(row.id) ?? 0),
      fit: fitAccount(criteria, facts),
      met: criteria.map((criterion) => passes(criterion, facts[criterion.attribute])),
    }
  })
}

async function arrByAccount(ctx: Context, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const [today, rates, contracts] = await Promise.all([
    getToday(ctx),
    getPlanRates(ctx),
    fetchContracts(ctx, ids),
  ])
  const open = contracts.filter((contract) => isOpenOn(contract, today))
  return new Map(
    [...groupBy(open, (contract) => contract.accountId)].map(([id, own]) => [
      id,
      toMajor(arrOf(own, rates).amount),
    ]),
  )
}
