import { and, asc, count, desc, eq, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { may } from '#app/auth/permissions.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import type { PlanRates } from '#app/domain/money.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { writePlace } from '#app/lib/keyset.ts'
import { accounts, contracts } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'

import type { AccountList } from './account-list.ts'
import { openOn, whereAccounts } from './account-conditions.server.ts'
import { requestCount, sortKey } from './account-order.server.ts'
import { summariseAccounts } from './account-summaries.server.ts'
import { arrOf, type Arr } from './contract-rules.ts'
import type { AccountFilter } from './list-filter.ts'

const PAGE = 50

/** One page of the accounts that pass the filter, with the totals of all of them. */
export async function listAccounts(ctx: Context, given: AccountFilter): Promise<AccountList> {
  authorize(ctx, 'read')
  const seesRevenue = may(ctx.actor, 'revenue.read')
  const filter: AccountFilter =
    given.sort === 'arr' && !seesRevenue
      ? { ...given, sort: 'name', descending: false, after: null, before: null }
      : given
  const today = await getToday(ctx)
  const rates = await getPlanRates(ctx)
  const page = await readPage(ctx, filter, { rates, today })
  const summaries = await summariseAccounts(
    ctx,
    page.rows.map(({ id }) => id),
  )
  const requests = new Map(page.rows.map((row) => [row.id, row.requests]))
  const [counted] = await ctx.db
    .select({ n: count() })
    .from(accounts)
    .where(whereAccounts(ctx, filter, today))
  return {
    rows: summaries.map((row) => ({ ...row, requests: requests.get(row.id) ?? 0 })),
    total: counted?.n ?? 0,
    arr: seesRevenue ? await totalArr(ctx, filter, { rates, today }) : null,
    before: page.before,
    after: page.after,
    today,
  }
}

type Basis = { rates: PlanRates; today: IsoDate }

async function readPage(ctx: Context, filter: AccountFilter, basis: Basis) {
  const { key, type } = sortKey(filter.sort, basis)
  const backwards = filter.before !== null
  const descending = filter.descending !== backwards
  const place = filter.before ?? filter.after
  const beyond =
    place &&
    sql`(${key}, ${accounts.id}) ${sql.raw(descending ? '<' : '>')} (${place.key}::${type}, ${place.id}::int)`
  const direction = descending ? desc : asc
  const found = await ctx.db
    .select({ id: accounts.id, key: sql<string>`(${key})::text`, requests: requestCount })
    .from(accounts)
    // A second table makes the column names carry their own, which the keys' inner selects need.
    .leftJoin(people, eq(people.id, accounts.ownerId))
    .where(and(whereAccounts(ctx, filter, basis.today), beyond ?? undefined))
    .orderBy(direction(key), direction(accounts.id))
    .limit(PAGE + 1)
  const more = found.length > PAGE
  const rows = found.slice(0, PAGE)
  if (backwards) rows.reverse()
  const first = rows[0]
  const last = rows.at(-1)
  return {
    rows,
    before: first && (backwards ? more : filter.after !== null) ? writePlace(first) : null,
    after: last && (backwards || more) ? writePlace(last) : null,
  }
}

/** Contracts added up by currency and period in the database, and made one ARR by the one rule for it. */
async function totalArr(ctx: Context, filter: AccountFilter, basis: Basis): Promise<Arr> {
  const sums = await ctx.db
    .select({
      minor: sql<string>`sum(${contracts.amountMinor})::text`,
      currency: contracts.currency,
      period: contracts.period,
    })
    .from(contracts)
    .innerJoin(accounts, eq(accounts.id, contracts.accountId))
    .where(and(whereAccounts(ctx, filter, basis.today), openOn(basis.today)))
    .groupBy(contracts.currency, contracts.period)
    .orderBy(asc(contracts.currency), asc(contracts.period))
  return arrOf(
    sums.map(({ minor, currency, period }) => ({
      amount: { minor: Number(minor), currency },
      period,
    })),
    basis.rates,
  )
}
