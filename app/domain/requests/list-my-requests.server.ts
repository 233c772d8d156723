import { and, asc, desc, eq, gt, inArray, isNull, lt, sql, count } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { itemDecisions, items } from '#db/schema/items.ts'
import { people } from '#db/schema/people.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'

import { isAsked } from './asks.server.ts'
import type { LastDecision, MyRequest } from './my-request.ts'
import type { MyRequestsFilter } from './my-requests-filter.ts'
import { asksOf, expiresAfterDays } from './rules.ts'
import { isUnreadBy } from './unread.server.ts'
import { nameDecision, nameMove } from './words.ts'

const PAGE = 50

/** The person's own requests, the newest first, 50 a page. */
export async function listMyRequests(ctx: Context, filter: MyRequestsFilter) {
  authorize(ctx, 'read')
  const unread = isUnreadBy(ctx.actor.id)
  const expiresAfter = expiresAfterDays((await getModelVersion(ctx)).parameters)
  const asked = isAsked(ctx.now, expiresAfter)
  const mine = eq(requests.submittedBy, ctx.actor.id)
  const ranks = ranksOf(ctx)
  const backwards = filter.after !== null

  const [rows, totals] = await Promise.all([
    ctx.db
      .select({
        id: requests.id,
        version: requests.version,
        title: requests.title,
        accountId: requests.accountId,
        accountName: accounts.name,
        type: requests.type,
        importance: requests.importance,
        settledImportance: requests.settledImportance,
        state: requests.state,
        confirmedAt: requests.confirmedAt,
        noAcceptedAt: requests.noAcceptedAt,
        solved: requests.solved,
        createdAt: requests.createdAt,
        itemId: requests.itemId,
        itemTitle: items.title,
        itemStatus: items.status,
        itemHorizon: items.horizon,
        itemRank: ranks.lineRank,
        unread,
      })
      .from(requests)
      .innerJoin(accounts, eq(accounts.id, requests.accountId))
      .leftJoin(items, eq(items.id, requests.itemId))
      .leftJoin(ranks, eq(ranks.itemId, requests.itemId))
      .where(
        and(
          mine,
          filter.show === 'unread' ? unread : undefined,
          filter.show === 'asked' ? asked : undefined,
          filter.state === null ? undefined : eq(requests.state, filter.state),
          filter.before === null ? undefined : lt(requests.id, filter.before),
          filter.after === null ? undefined : gt(requests.id, filter.after),
        ),
      )
      .orderBy(backwards ? asc(requests.id) : desc(requests.id))
      .limit(PAGE + 1),
    ctx.db
      .select({
        all: count(),
        asked: sql<number>`(count(*) filter (where ${asked}))::int`,
        unread: sql<number>`(count(*) filter (where ${unread}))::int`,
      })
      .from(requests)
      .leftJoin(items, eq(items.id, requests.itemId))
      .where(mine),
  ])
  const more = rows.length > PAGE
  const page = rows.slice(0, PAGE)
  if (backwards) page.reverse()
  const last = await lastDecisions(ctx, page)
  return {
    requests: page.map((row): MyRequest => ({
      id: row.id,
      version: row.version,
      title: row.title,
      accountId: row.accountId,
      accountName: row.accountName,
      type: row.type,
      importance: row.settledImportance ?? row.importance,
      state: row.state,
      createdAt: row.createdAt,
      item:
        row.itemId === null || row.itemTitle === null || row.itemStatus === null
          ? null
          : {
              id: row.itemId,
              title: row.itemTitle,
              status: row.itemStatus,
              horizon: row.itemHorizon,
              rank: row.itemRank,
            },
      lastDecision: last.get(row.id) ?? null,
      asks: asksOf(row, ctx.now, expiresAfter),
      unread: row.unread,
    })),
    totals: totals[0] ?? { all: 0, asked: 0, unread: 0 },
    /** Number of the row to page from, towards older and towards newer ones; null at the end. */
    older: (backwards || more) && page.length > 0 ? (page.at(-1)?.id ?? null) : null,
    newer:
      (backwards ? more : filter.before !== null) && page.length > 0 ? (page[0]?.id ?? null) : null,
  }
}

/** The newest standing decision about each request or its item. */
async function lastDecisions(
  ctx: Pick<Context, 'db'>,
  rows: ReadonlyArray<{ id: number; itemId: number | null }>,
): Promise<Map<number, LastDecision>> {
  if (rows.length === 0) return new Map()
  const itemIds = rows.flatMap(({ itemId }) => itemId ?? [])
  const [own, ofItems] = await Promise.all([
    ctx.db
      .selectDistinctOn([requestDecisions.requestId], {
        requestId: requestDecisions.requestId,
        kind: requestDecisions.kind,
        itemId: requestDecisions.itemId,
        otherRequestId: requestDecisions.otherRequestId,
        billable: requestDecisions.billable,
        reasonCode: requestDecisions.reasonCode,
        words: requestDecisions.words,
        at: requestDecisions.decidedAt,
        by: people.name,
      })
      .from(requestDecisions)
      .innerJoin(people, eq(people.id, requestDecisions.decidedBy))
      .where(
        and(
          inArray(
            requestDecisions.requestId,
            rows.map(({ id }) => id),
          ),
          isNull(requestDecisions.undoneAt),
        ),
      )
      .orderBy(requestDecisions.requestId, desc(requestDecisions.id)),
    itemIds.length === 0
      ? []
      : ctx.db
          .selectDistinctOn([itemDecisions.itemId], {
            itemId: itemDecisions.itemId,
            toStatus: itemDecisions.toStatus,
            toHorizon: itemDecisions.toHorizon,
            words: itemDecisions.reason,
            at: itemDecisions.decidedAt,
            by: people.name,
          })
          .from(itemDecisions)
          .leftJoin(people, eq(people.id, itemDecisions.decidedBy))
          .where(inArray(itemDecisions.itemId, itemIds))
          .orderBy(itemDecisions.itemId, desc(itemDecisions.id)),
  ])
  const byRequest = new Map<number, LastDecision>(
    own.map(({ by, reasonCode, words, at, ...facts }) => [
      facts.requestId,
      { by, what: nameDecision({ ...facts, words }), reasonCode, words, at },
    ]),
  )
  const byItem = new Map(ofItems.map((decision) => [decision.itemId, decision]))
  for (const { id, itemId } of rows) {
    const ofItem = itemId === null ? undefined : byItem.get(itemId)
    const known = byRequest.get(id)
    if (ofItem && (!known || ofItem.at > known.at)) {
      byRequest.set(id, {
        by: ofItem.by,
        what: nameMove(ofItem),
        reasonCode: null,
        words: ofItem.words,
        at: ofItem.at,
      })
    }
  }
  return byRequest
}
