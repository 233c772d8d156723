import { and, asc, count, eq, inArray, lt, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import type { Money } from '#app/domain/money.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { Importance, RequestState, RequestType } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { requests } from '#db/schema/requests.ts'

import { getAccountFacts } from './account-facts.server.ts'
import { groupInbox, timeLabel, type InboxGroup, type InboxView } from './inbox.ts'

export type InboxRow = {
  id: number
  version: number
  title: string
  accountId: number
  accountName: string
  arr: Money | null
  type: RequestType
  state: RequestState
  /** The one that counts. */
  importance: Importance
  createdAt: Date
  answerDueAt: Date
  decidesOn: IsoDate | null
  /** What stands at the end of the row: how long it waits, or how late it is. */
  time: { text: string; urgent: boolean }
}

export type Inbox = {
  groups: { group: InboxGroup; rows: InboxRow[] }[]
  counts: { new: number; commercial: number; waiting: number; overdue: number }
}

const STATES: Readonly<Record<InboxView, RequestState[]>> = {
  open: ['new', 'commercial'],
  waiting: ['waiting'],
}

/** More rows than anybody triages in one go; the counts tell of the rest. */
const SHOWN = 300

/**
 * The triage inbox of a product line, in its groups.
 * @param lineId null: all product lines
 * @throws forbidden
 */
export async function listInbox(
  ctx: Context,
  { lineId, view }: { lineId: number | null; view: InboxView },
): Promise<Inbox> {
  authorize(ctx, 'request.triage')
  const ofLine = lineId === null ? undefined : eq(requests.productLineId, lineId)
  const [rows, counts, today] = await Promise.all([
    ctx.db
      .select({
        id: requests.id,
        version: requests.version,
        title: requests.title,
        accountId: requests.accountId,
        accountName: accounts.name,
        type: requests.type,
        state: requests.state,
        importance: sql<Importance>`coalesce(${requests.settledImportance}, ${requests.importance})`,
        createdAt: requests.createdAt,
        answerDueAt: requests.answerDueAt,
      })
      .from(requests)
      .innerJoin(accounts, eq(accounts.id, requests.accountId))
      .where(and(inArray(requests.state, STATES[view]), ofLine))
      .orderBy(asc(requests.answerDueAt), asc(requests.id))
      .limit(SHOWN),
    countInbox(ctx, lineId),
    getToday(ctx),
  ])
  const facts = await getAccountFacts(
    ctx,
    rows.map(({ accountId }) => accountId),
    today,
  )
  const full = rows.map((row): InboxRow => {
    const of = facts.get(row.accountId)
    return {
      ...row,
      arr: of?.arr ?? null,
      decidesOn: of?.decidesOn ?? null,
      time: timeLabel(row, ctx.now),
    }
  })
  return { groups: groupInbox(full, { today, now: ctx.now }), counts }
}

async function countInbox(ctx: Context, lineId: number | null): Promise<Inbox['counts']> {
  const ofLine = lineId === null ? undefined : eq(requests.productLineId, lineId)
  const [byState, late] = await Promise.all([
    ctx.db
      .select({ state: requests.state, n: count() })
      .from(requests)
      .where(and(inArray(requests.state, ['new', 'commercial', 'waiting']), ofLine))
      .groupBy(requests.state),
    ctx.db.$count(
      requests,
      and(eq(requests.state, 'new'), lt(requests.answerDueAt, ctx.now), ofLine),
    ),
  ])
  const of = (state: RequestState) => byState.find((row) => row.state === state)?.n ?? 0
  return { new: of('new'), commercial: of('commercial'), waiting: of('waiting'), overdue: late }
}
