import { asc } from 'drizzle-orm'

import { fetchContracts } from '#app/domain/accounts/contract-records.server.ts'
import { listAttributeDefinitions } from '#app/domain/accounts/edit-attributes.server.ts'
import { arrOf, isOpenOn } from '#app/domain/accounts/contract-rules.ts'
import type { Context } from '#app/domain/context.ts'
import { toMajor } from '#app/domain/money.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { findFamilies } from '#app/domain/scoring/families.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { isOneOf } from '#db/batch.ts'
import { accounts } from '#db/schema/accounts.ts'

import { factsByAccount, type Facts } from './facts.ts'

type Reader = Pick<Context, 'db' | 'now'>

/** Keys of the custom attributes that a profile can ask for now. */
export async function customKeysInUse(ctx: Pick<Context, 'db'>): Promise<string[]> {
  return (await listAttributeDefinitions(ctx)).map(({ key }) => key)
}

/** The records that the facts of accounts follow from, with those facts: of all accounts or of the families of some, by name. */
export async function gatherFacts(ctx: Reader, accountIds?: readonly number[]) {
  const families = accountIds && (await findFamilies(ctx, accountIds))
  const rows = await ctx.db
    .select()
    .from(accounts)
    .where(families && isOneOf(accounts.id, families))
    .orderBy(asc(accounts.nameFold), asc(accounts.id))
  const [today, rates, contracts, customKeys] = await Promise.all([
    getToday(ctx),
    getPlanRates(ctx),
    fetchContracts(
      ctx,
      rows.map(({ id }) => id),
    ),
    customKeysInUse(ctx),
  ])
  const source = { accounts: rows, contracts, rates, today, customKeys }
  return { ...source, facts: factsByAccount(source) }
}

export type Gathered = Awaited<ReturnType<typeof gatherFacts>>

/** ARR of an account, base units: of the contracts that it holds and that are open. */
export function openArr({ contracts, rates, today }: Gathered): (accountId: number) => number {
  const open = contracts.filter((contract) => isOpenOn(contract, today))
  const held = groupBy(open, ({ accountId }) => accountId)
  return (accountId) => toMajor(arrOf(held.get(accountId) ?? [], rates).amount)
}

/** The facts of one account. */
export async function getFacts(ctx: Reader, accountId: number): Promise<Facts> {
  return (await gatherFacts(ctx, [accountId])).facts.get(accountId) ?? {}
}
