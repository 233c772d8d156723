import { and, asc, desc, eq, inArray, isNull, notInArray, or } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { describeChanges } from '#app/domain/describe-changes.server.ts'
import { describeMove } from '#app/domain/requests/words.ts'
import { describeDecision } from '#app/domain/triage/words.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { changes } from '#db/schema/accounts.ts'
import { itemDecisions, itemMerges, items } from '#db/schema/items.ts'
import { people } from '#db/schema/people.ts'
import { requestDecisions } from '#db/schema/requests.ts'

import { TIMELINE_STEP, type Timeline, type TimelineEntry } from './item-page.ts'
import { describeFieldChange } from './words.ts'

/** Fields whose changes are told with their reason, by the decision or the merge. */
const TOLD_ELSEWHERE = ['status', 'mergedInto', 'mergedItem']

const plain = { words: null, scores: null }

/**
 * What happened to an item, the newest first: decisions, dates, cost and other edits, merges, requests that came. Of one
 * moment each kind stays together, in its own order.
 */
export async function listTimeline(ctx: Context, itemId: number, shown: number): Promise<Timeline> {
  authorize(ctx, 'read')
  const limit = shown + 1
  const parts = await Promise.all([
    listMoves(ctx, itemId, limit),
    listMerges(ctx, itemId, limit),
    listEdits(ctx, itemId, limit),
    listLinks(ctx, itemId, limit),
    listMade(ctx, itemId),
  ])
  const entries = parts.flat().sort((a, b) => b.at.getTime() - a.at.getTime())
  return {
    entries: entries.slice(0, shown),
    older: entries.length > shown ? shown + TIMELINE_STEP : null,
  }
}

async function listMade({ db }: Context, itemId: number): Promise<TimelineEntry[]> {
  const rows = await db
    .select({ at: items.createdAt, by: people.name })
    .from(items)
    .leftJoin(people, eq(people.id, items.createdBy))
    .where(eq(items.id, itemId))
  return rows.map((row) => ({ ...plain, ...row, key: 'made', what: `made ${itemKey(itemId)}` }))
}

async function listMoves({ db }: Context, itemId: number, limit: number): Promise<TimelineEntry[]> {
  const rows = await db
    .select({ move: itemDecisions, by: people.name })
    .from(itemDecisions)
    .leftJoin(people, eq(people.id, itemDecisions.decidedBy))
    .where(eq(itemDecisions.itemId, itemId))
    .orderBy(desc(itemDecisions.decidedAt), desc(itemDecisions.id))
    .limit(limit)
  return rows.map(({ move, by }) => ({
    ...plain,
    key: `move ${move.id}`,
    at: move.decidedAt,
    by,
    what: describeMove(move),
    words: move.reason,
  }))
}

async function listMerges(ctx: Context, itemId: number, limit: number): Promise<TimelineEntry[]> {
  const money = may(ctx.actor, 'revenue.read')
  const rows = await ctx.db
    .select({ merge: itemMerges, by: people.name })
    .from(itemMerges)
    .leftJoin(people, eq(people.id, itemMerges.mergedBy))
    .where(or(eq(itemMerges.intoItemId, itemId), eq(itemMerges.fromItemId, itemId)))
    .orderBy(desc(itemMerges.mergedAt), desc(itemMerges.id))
    .limit(limit)
  return rows.map(({ merge, by }) => {
    const moved = merge.requestIds.length
    return {
      key: `merge ${merge.id}`,
      at: merge.mergedAt,
      by,
      what: `merged ${itemKey(merge.fromItemId)} into ${itemKey(merge.intoItemId)}, with ${moved} ${moved === 1 ? 'request' : 'requests'}`,
      words: merge.reason,
      scores: money ? merge.scores : null,
    }
  })
}

async function listEdits(ctx: Context, itemId: number, limit: number): Promise<TimelineEntry[]> {
  const edits = and(
    eq(changes.subjectType, 'item'),
    eq(changes.subjectId, itemId),
    notInArray(changes.field, TOLD_ELSEWHERE),
  )
  const versions = ctx.db
    .selectDistinct({ version: changes.subjectVersion })
    .from(changes)
    .where(edits)
    .orderBy(desc(changes.subjectVersion))
    .limit(limit)
  const rows = await ctx.db
    .select({
      version: changes.subjectVersion,
      field: changes.field,
      before: changes.before,
      after: changes.after,
      at: changes.changedAt,
      by: people.name,
    })
    .from(changes)
    .leftJoin(people, eq(people.id, changes.changedBy))
    .where(and(edits, inArray(changes.subjectVersion, versions)))
    .orderBy(desc(changes.subjectVersion), asc(changes.id))
  const told = await describeChanges(ctx, rows)
  const clauses = rows.flatMap((row, index) => {
    const change = told[index]
    return change ? [{ ...row, clause: describeFieldChange(change) }] : []
  })
  return [...groupBy(clauses, ({ version }) => version)].flatMap(([version, own]) => {
    const [first] = own
    if (!first) return []
    return {
      ...plain,
      key: `edit ${version}`,
      at: first.at,
      by: first.by,
      what: own.map(({ clause }) => clause).join(', '),
    }
  })
}

async function listLinks({ db }: Context, itemId: number, limit: number): Promise<TimelineEntry[]> {
  const rows = await db
    .select({ decision: requestDecisions, by: people.name })
    .from(requestDecisions)
    .innerJoin(people, eq(people.id, requestDecisions.decidedBy))
    .where(
      and(
        eq(requestDecisions.itemId, itemId),
        inArray(requestDecisions.kind, ['link', 'new_item', 'fast_lane']),
        isNull(requestDecisions.undoneAt),
      ),
    )
    .orderBy(desc(requestDecisions.decidedAt), desc(requestDecisions.id))
    .limit(limit)
  return rows.map(({ decision, by }) => ({
    ...plain,
    key: `link ${decision.id}`,
    at: decision.decidedAt,
    by,
    what: describeDecision(decision),
  }))
}
