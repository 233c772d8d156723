import { asc, eq, inArray, sql } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { recordChanges, recordManyChanges } from '#app/domain/history.server.ts'
import { previewMerge } from '#app/domain/scoring/preview.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { isOpenItem } from '#app/domain/scoring/standing.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { itemMerges, items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'

import { fetchItemToChange, writeItem, type ItemRow } from './item-records.server.ts'
import type { Merge } from './schemas.ts'

/**
 * Merges an item into another: every request moves, in whatever state, and the scores before and after are kept.
 * The item that goes stays as a pointer to the one that it is part of now.
 *
 * @throws forbidden, not_found, conflict (either changed since the preview), invalid (itself, one that is closed)
 */
export async function mergeItems(
  ctx: Context,
  { itemId, version, intoId, intoVersion, reason }: Merge,
): Promise<{ requestIds: number[] }> {
  authorize(ctx, 'item.edit')
  if (itemId === intoId) throw invalid('Choose another item than itself.', 'intoId')
  return inTransaction(ctx, async (tx) => {
    await lockBoth(tx, [itemId, intoId])
    const from = await fetchItemToChange(tx, { itemId, version })
    const into = await fetchItemToChange(tx, { itemId: intoId, version: intoVersion })
    for (const item of [from, into]) requireOpen(item)

    const { rank, ...scores } = await previewMerge(tx, itemId, intoId)
    const requestIds = await moveRequests(tx, itemId, intoId)
    await writeItem(tx, from, { mergedIntoId: intoId })
    await absorb(tx, into, from)
    await tx.db.insert(itemMerges).values({
      fromItemId: itemId,
      intoItemId: intoId,
      requestIds,
      scores,
      reason,
      mergedBy: tx.actor.id,
      mergedAt: tx.now,
    })
    await recordEvent(tx, {
      name: 'item.merged',
      subject: ['item', itemId],
      data: { into: itemKey(intoId), requests: requestIds.length, rank, reason },
    })
    await refreshScores(tx, { itemIds: [itemId, intoId] })
    return { requestIds }
  })
}

/**
 * Keeps links and other merges out, in one order for all, so that no two wait for each other. The key stays free for
 * the scores, which point to it.
 */
async function lockBoth(ctx: Context, ids: number[]): Promise<void> {
  await ctx.db
    .select({ id: items.id })
    .from(items)
    .where(inArray(items.id, ids))
    .orderBy(asc(items.id))
    .for('no key update')
}

function requireOpen(item: ItemRow): void {
  if (isOpenItem(item)) return
  throw invalid(`${itemKey(item.id)} is ${item.status}. Only open items are merged.`)
}

/** The item that stays notes what it took in; work in the fast lane stays there. */
async function absorb(ctx: Context, into: ItemRow, from: ItemRow): Promise<void> {
  const after = await writeItem(ctx, into, { fastLane: into.fastLane || from.fastLane })
  await recordChanges(
    ctx,
    { type: 'item', id: into.id, version: after.version },
    { mergedItem: null },
    { mergedItem: itemKey(from.id) },
  )
}

async function moveRequests(ctx: Context, fromId: number, intoId: number): Promise<number[]> {
  const moved = await ctx.db
    .update(requests)
    .set({ itemId: intoId, version: sql`${requests.version} + 1`, updatedAt: ctx.now })
    .where(eq(requests.itemId, fromId))
    .returning({ id: requests.id, version: requests.version })
  await recordManyChanges(
    ctx,
    moved.map(({ id, version }) => ({
      subject: { type: 'request' as const, id, version },
      before: { item: itemKey(fromId) },
      after: { item: itemKey(intoId) },
    })),
  )
  return moved.map(({ id }) => id).sort((a, b) => a - b)
}
