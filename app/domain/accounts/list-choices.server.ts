import { and, asc, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { accounts, contracts } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'

import type { AccountWords, Choice } from './account-list.ts'

/** The segments, regions, industries and plans that occur, in alphabetical order. */
export async function listAccountWords(ctx: Context): Promise<AccountWords> {
  authorize(ctx, 'read')
  const values = async (name: 'segment' | 'region' | 'industry' | 'plan') => {
    const column = accounts[name]
    const rows = await ctx.db
      .selectDistinct({ value: column })
      .from(accounts)
      .where(and(isNotNull(column), isNull(accounts.archivedAt)))
      .orderBy(asc(column))
      .limit(200)
    return rows.flatMap(({ value }) => value ?? [])
  }
  return {
    segments: await values('segment'),
    regions: await values('region'),
    industries: await values('industry'),
    plans: await values('plan'),
  }
}

/** Everybody who owns an account, for the filter. */
export function listAccountOwners(ctx: Context): Promise<Choice[]> {
  authorize(ctx, 'read')
  const owners = ctx.db
    .select({ id: accounts.ownerId })
    .from(accounts)
    .where(isNotNull(accounts.ownerId))
  return ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, owners))
    .orderBy(asc(people.nameFold), asc(people.id))
    .limit(500)
}

/** Everybody who may own an account: active people of CS who do more than read. */
export function listPossibleOwners(ctx: Context): Promise<Choice[]> {
  authorize(ctx, 'read')
  return ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.team, 'cs'), ne(people.role, 'viewer'), isNull(people.deactivatedAt)))
    .orderBy(asc(people.nameFold), asc(people.id))
    .limit(500)
}

/**
 * Accounts that a contract of the account can cover besides: those that have it as their parent, and those that the
 * contract covers already.
 */
export function listCoverable(
  ctx: Context,
  accountId: number,
  covered: readonly number[],
): Promise<Choice[]> {
  authorize(ctx, 'read')
  const child = and(eq(accounts.parentId, accountId), isNull(accounts.archivedAt))
  return ctx.db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(covered.length > 0 ? or(child, inArray(accounts.id, [...covered])) : child)
    .orderBy(asc(accounts.nameFold), asc(accounts.id))
    .limit(500)
}

/** Currencies to offer: the base, then those with a plan rate, then those in use without one. */
export async function listCurrencies(ctx: Context): Promise<string[]> {
  authorize(ctx, 'read')
  const { base, rates } = await getPlanRates(ctx)
  const used = await ctx.db
    .selectDistinct({ currency: contracts.currency })
    .from(contracts)
    .orderBy(asc(contracts.currency))
    .limit(200)
  return [...new Set([base, ...Object.keys(rates).sort(), ...used.map(({ currency }) => currency)])]
}
