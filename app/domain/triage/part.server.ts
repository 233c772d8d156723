import { asc, inArray, or } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { getStake, writeStake } from '#app/domain/requests/stake.server.ts'
import { lockScores } from '#app/domain/scoring/refresh.server.ts'
import { fold } from '#app/lib/fold.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { requestDecisions, requestMessages, requests } from '#db/schema/requests.ts'
import { scoreParts } from '#db/schema/scores.ts'

import type { TriagedRequest } from './get-facts.server.ts'
import { takeSnapshot } from './snapshot.ts'

/** What one part of a split asks for. */
export type Part = { title: string; body: string; itemId?: number }

/** Writes a part as a request of its own, with everything else as in the whole; returns its number. */
export async function insertPart(ctx: Context, whole: TriagedRequest, part: Part): Promise<number> {
  const unlinked = {
    accountId: whole.accountId,
    submittedBy: whole.submittedBy,
    contactName: whole.contactName,
    contactRole: whole.contactRole,
    source: whole.source,
    goal: whole.goal,
    productLineId: whole.productLineId,
    areaId: whole.areaId,
    type: whole.type,
    importance: whole.importance,
    productImportance: whole.productImportance,
    productImportanceBy: whole.productImportanceBy,
    settledImportance: whole.settledImportance,
    settledReason: whole.settledReason,
    settledBy: whole.settledBy,
    evidence: whole.evidence,
    evidenceUrl: whole.evidenceUrl,
    evidenceQuote: whole.evidenceQuote,
    evidenceDoubt: whole.evidenceDoubt,
    evidenceDoubtedBy: whole.evidenceDoubtedBy,
    stakeMode: whole.stakeMode,
    confirmedAt: whole.confirmedAt,
    answerDueAt: whole.answerDueAt,
    firstAnsweredAt: whole.firstAnsweredAt,
    createdAt: whole.createdAt,
    title: part.title,
    body: part.body,
    titleFold: fold(part.title),
    bodyFold: fold(part.body),
    state: 'new' as const,
    itemId: null,
    duplicateOfId: null,
    fastLane: false,
    noAcceptedAt: null,
    revisitOn: null,
    splitFromId: whole.id,
    updatedAt: ctx.now,
  }
  const linked = part.itemId !== undefined && {
    state: 'linked' as const,
    itemId: part.itemId,
    firstAnsweredAt: whole.firstAnsweredAt ?? ctx.now,
  }
  const [row] = await ctx.db
    .insert(requests)
    .values({ ...unlinked, ...linked })
    .returning({ id: requests.id })
  if (!row) throw new Error('The part was not written')
  await writeStake(ctx, row.id, await getStake(ctx, whole.id))
  if (linked) {
    await ctx.db.insert(requestDecisions).values({
      requestId: row.id,
      kind: 'link',
      itemId: part.itemId,
      otherRequestId: whole.id,
      before: takeSnapshot(unlinked, {}),
      afterVersion: 1,
      decidedBy: ctx.actor.id,
      decidedAt: ctx.now,
    })
  }
  return row.id
}

/**
 * Takes the parts of an undone split away again. Returns the items that they were linked to.
 * @throws conflict when anybody has worked on one of them
 */
export async function removeParts(ctx: Context, ids: readonly number[]): Promise<number[]> {
  const parts = await ctx.db
    .select({ id: requests.id, version: requests.version, itemId: requests.itemId })
    .from(requests)
    .where(inArray(requests.id, [...ids]))
    .orderBy(asc(requests.id))
    .for('no key update')
  await lockScores(ctx)
  const touched = parts.find(({ version }) => version !== 1)?.id ?? (await findUsed(ctx, ids))
  if (touched !== undefined) {
    throw conflict(`${requestKey(touched)}, a part of it, was worked on since. Merge it instead.`)
  }
  await ctx.db.delete(scoreParts).where(inArray(scoreParts.requestId, [...ids]))
  await ctx.db.delete(requestDecisions).where(inArray(requestDecisions.requestId, [...ids]))
  await ctx.db.delete(requests).where(inArray(requests.id, [...ids]))
  return parts.flatMap(({ itemId }) => itemId ?? [])
}

/** A part that another request points to, or that somebody wrote on. */
async function findUsed(ctx: Context, ids: readonly number[]): Promise<number | undefined> {
  const [pointer] = await ctx.db
    .select({ duplicateOfId: requests.duplicateOfId, splitFromId: requests.splitFromId })
    .from(requests)
    .where(or(inArray(requests.duplicateOfId, [...ids]), inArray(requests.splitFromId, [...ids])))
    .limit(1)
  if (pointer) return pointer.duplicateOfId ?? pointer.splitFromId ?? undefined
  const [message] = await ctx.db
    .select({ requestId: requestMessages.requestId })
    .from(requestMessages)
    .where(inArray(requestMessages.requestId, [...ids]))
    .limit(1)
  return message?.requestId
}
