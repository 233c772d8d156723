import { and, eq, isNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'

import { describeDecision } from './words.ts'

/** For how long a decision offers its undo of its own accord. */
const OFFERED_SECONDS = 10

export type UndoOffer = { decisionId: number; requestId: number; what: string; seconds: number }

/** The undo to offer for one's own decision just made; null once it is late, undone, or built upon. */
export async function findUndo(ctx: Context, decisionId: number): Promise<UndoOffer | null> {
  const [decision] = await ctx.db
    .select({
      kind: requestDecisions.kind,
      requestId: requestDecisions.requestId,
      itemId: requestDecisions.itemId,
      otherRequestId: requestDecisions.otherRequestId,
      billable: requestDecisions.billable,
      decidedAt: requestDecisions.decidedAt,
    })
    .from(requestDecisions)
    .innerJoin(
      requests,
      and(
        eq(requests.id, requestDecisions.requestId),
        eq(requests.version, requestDecisions.afterVersion),
      ),
    )
    .where(
      and(
        eq(requestDecisions.id, decisionId),
        eq(requestDecisions.decidedBy, ctx.actor.id),
        isNull(requestDecisions.undoneAt),
      ),
    )
  if (!decision) return null
  const passed = Math.floor((ctx.now.getTime() - decision.decidedAt.getTime()) / 1000)
  const seconds = OFFERED_SECONDS - passed
  if (seconds <= 0) return null
  return { decisionId, requestId: decision.requestId, what: describeDecision(decision), seconds }
}
