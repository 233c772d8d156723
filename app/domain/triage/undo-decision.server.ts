import { and, eq, isNull } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { discardItem } from '#app/domain/items/discard-item.server.ts'
import { followMerges } from '#app/domain/items/follow-merges.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { items } from '#db/schema/items.ts'
import { requestDecisions, requestMessages } from '#db/schema/requests.ts'

import { writeRequest } from './decide.server.ts'
import { sayMeanwhile } from './conflict.server.ts'
import { getTriagedRequest } from './get-facts.server.ts'
import { removeParts } from './part.server.ts'
import { readSnapshot, type Made } from './snapshot.ts'

type Undone = { requestId: number; accountId: number; itemIds: number[] }

/**
 * Puts a request back exactly as it was before a decision, and takes away what the decision made besides. An item that
 * was merged away since stands for the one that it is part of now.
 * Open to whoever decided and to triage, as long as nothing has happened to the request since.
 *
 * @throws forbidden, not_found, conflict (undone already, or changed since)
 */
export async function undoDecision(
  ctx: Context,
  { decisionId }: { decisionId: number },
): Promise<{ requestId: number }> {
  return inTransaction(ctx, async (tx) => {
    const { requestId, accountId, itemIds } = await applyUndo(tx, decisionId)
    await refreshScores(tx, { accountIds: [accountId], itemIds })
    return { requestId }
  })
}

/** The same inside the caller's transaction, who brings the scores up to date. */
export async function applyUndo(ctx: Context, decisionId: number): Promise<Undone> {
  const [decision] = await ctx.db
    .select()
    .from(requestDecisions)
    .where(eq(requestDecisions.id, decisionId))
  if (!decision) throw notFound('The decision')
  if (decision.decidedBy !== ctx.actor.id) {
    authorize(ctx, decision.kind === 'settle' ? 'importance.settle' : 'request.triage')
  }
  const key = requestKey(decision.requestId)
  if (decision.undoneAt) throw conflict(`The decision on ${key} is undone already.`)

  const request = await getTriagedRequest(ctx, decision.requestId)
  if (request.version !== decision.afterVersion) {
    throw conflict(`${await sayMeanwhile(ctx, request.id)} It stays as it is.`)
  }
  const { fields: before, made } = readSnapshot(decision.before)
  const itemId = before.itemId === null ? null : await followMerges(ctx, before.itemId)
  const fields = { ...before, itemId }
  await writeRequest(ctx, request, fields)
  const [undone] = await ctx.db
    .update(requestDecisions)
    .set({ undoneAt: ctx.now, undoneBy: ctx.actor.id })
    .where(and(eq(requestDecisions.id, decisionId), isNull(requestDecisions.undoneAt)))
    .returning({ id: requestDecisions.id })
  if (!undone) throw conflict(`The decision on ${key} is undone already.`)
  const touched = await takeAway(ctx, made)
  await recordEvent(ctx, {
    name: 'request.decision_undone',
    subject: ['request', request.id],
    data: { decisionId, kind: decision.kind },
  })
  return {
    requestId: request.id,
    accountId: request.accountId,
    itemIds: [request.itemId, fields.itemId, ...touched].filter((id) => id !== null),
  }
}

/** Takes away what the decision made; returns the items that this touches. */
async function takeAway(ctx: Context, made: Made): Promise<number[]> {
  if (made.messageId !== undefined) {
    await ctx.db.delete(requestMessages).where(eq(requestMessages.id, made.messageId))
  }
  if (made.fastLaneItemId !== undefined) {
    await ctx.db.update(items).set({ fastLane: false }).where(eq(items.id, made.fastLaneItemId))
  }
  if (made.itemId !== undefined) await discardItem(ctx, made.itemId)
  return made.requestIds ? removeParts(ctx, made.requestIds) : []
}
