import { and, asc, count, desc, eq } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { fitsOfAccount } from '#app/domain/icp/fits-of-account.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'

import type { AccountPage, RequestOnPage } from './account-page.ts'
import { fetchAccount } from './account-records.server.ts'
import { getAccountSummary, summariseAccounts } from './account-summaries.server.ts'
import { listAttributeDefinitions } from './edit-attributes.server.ts'
import { listExternalIds } from './external-ids.server.ts'
import { listContractsOnPage, listOpportunitiesOnPage } from './page-money.server.ts'
import { mayEditAccount, weightOn } from './rules.ts'

const MOST_CHILDREN = 100
const MOST_REQUESTS = 100

/** Everything the page of an account shows, apart from its history. Throws not_found. */
export async function getAccount(ctx: Context, id: number): Promise<AccountPage> {
  authorize(ctx, 'read')
  const account = await fetchAccount(ctx, id)
  const today = await getToday(ctx)
  const definitions = await listAttributeDefinitions(ctx)
  const [counted] = await ctx.db
    .select({ n: count() })
    .from(requests)
    .where(eq(requests.accountId, id))
  return {
    summary: await getAccountSummary(ctx, id),
    version: account.version,
    healthColour: account.healthColour,
    domain: account.domain,
    plan: account.plan,
    strategic: {
      weight: account.strategicWeight,
      counts: weightOn(account, today),
      reason: account.strategicReason,
      until: account.strategicUntil,
    },
    attributes: definitions.map((definition) => ({
      definition,
      value: account.attributes[definition.key] ?? null,
    })),
    externalIds: await listExternalIds(ctx, id),
    contracts: await listContractsOnPage(ctx, account, today),
    opportunities: await listOpportunitiesOnPage(ctx, id),
    children: await listChildSummaries(ctx, id),
    requests: await listRequestsOnPage(ctx, id),
    requestCount: counted?.n ?? 0,
    fits: await fitsOfAccount(ctx, id),
    archivedAt: account.archivedAt,
    revenue: may(ctx.actor, 'revenue.read'),
    may: {
      edit: mayEditAccount(ctx.actor, account),
      strategic: may(ctx.actor, 'account.strategic'),
    },
    today,
  }
}

async function listChildSummaries(ctx: Context, parentId: number) {
  const rows = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.parentId, parentId)))
    .orderBy(asc(accounts.nameFold), asc(accounts.id))
    .limit(MOST_CHILDREN)
  return summariseAccounts(
    ctx,
    rows.map(({ id }) => id),
  )
}

async function listRequestsOnPage(ctx: Context, accountId: number): Promise<RequestOnPage[]> {
  const rows = await ctx.db
    .select({
      id: requests.id,
      title: requests.title,
      type: requests.type,
      importance: requests.importance,
      settledImportance: requests.settledImportance,
      state: requests.state,
      createdAt: requests.createdAt,
      item: { id: items.id, title: items.title, status: items.status, horizon: items.horizon },
    })
    .from(requests)
    .leftJoin(items, and(eq(items.id, requests.itemId), eq(requests.state, 'linked')))
    .where(eq(requests.accountId, accountId))
    .orderBy(desc(requests.id))
    .limit(MOST_REQUESTS)
  return rows.map(({ settledImportance, importance, ...row }) => ({
    ...row,
    importance: settledImportance ?? importance,
  }))
}
