import { desc, eq, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { relativeTime } from '#app/lib/dates.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { people } from '#db/schema/people.ts'
import { requestDecisions } from '#db/schema/requests.ts'

import { describeDecision } from './words.ts'

/** For the second of two people on one request: who decided what, and when. */
export async function sayMeanwhile(ctx: Context, requestId: number): Promise<string> {
  const lastTouched = sql`greatest(${requestDecisions.decidedAt}, ${requestDecisions.undoneAt})`
  const [last] = await ctx.db
    .select({
      kind: requestDecisions.kind,
      requestId: requestDecisions.requestId,
      itemId: requestDecisions.itemId,
      otherRequestId: requestDecisions.otherRequestId,
      billable: requestDecisions.billable,
      decidedAt: requestDecisions.decidedAt,
      undoneAt: requestDecisions.undoneAt,
      name: people.name,
    })
    .from(requestDecisions)
    .innerJoin(
      people,
      eq(people.id, sql`coalesce(${requestDecisions.undoneBy}, ${requestDecisions.decidedBy})`),
    )
    .where(eq(requestDecisions.requestId, requestId))
    .orderBy(desc(lastTouched), desc(requestDecisions.id))
    .limit(1)
  if (!last) return `${requestKey(requestId)} was changed since you opened it.`
  const deed = describeDecision(last)
  const when = relativeTime(last.undoneAt ?? last.decidedAt, ctx.now)
  const what = last.undoneAt ? `undid a decision (${deed})` : deed
  return `${last.name} ${what} ${when}.`
}
