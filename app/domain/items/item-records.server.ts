import { and, eq, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { changedMeanwhile } from '#app/domain/describe-changes.server.ts'
import { conflict, notFound, type DomainError } from '#app/domain/errors.ts'
import { recordEvent, type DomainEvent } from '#app/domain/events.server.ts'
import { diffFields, type Fields } from '#app/domain/history.ts'
import { recordChanges } from '#app/domain/history.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { items } from '#db/schema/items.ts'

import { costText, shipText, STEP_LABELS, stepOf } from './words.ts'

export type ItemRow = typeof items.$inferSelect
type Patch = Partial<Omit<ItemRow, 'id' | 'version' | 'createdBy' | 'createdAt' | 'updatedAt'>>

/** What history keeps of an item, a field each; what is decided together is one field. */
export function itemFacts(row: ItemRow): Fields {
  const { title, description, type, productLineId, areaId, ownerId, lane } = row
  return {
    ...{ title, description, type, productLineId, areaId, ownerId, lane },
    trackerUrl: row.trackerUrl,
    trackerKey: row.trackerKey,
    cost: costText(row),
    shipDate: shipText(row),
    status: STEP_LABELS[stepOf(row)].toLowerCase(),
    mergedInto: row.mergedIntoId === null ? null : itemKey(row.mergedIntoId),
  }
}

/** The refusal of anything new on an item that is part of another by now. */
export function mergedAway(itemId: number, intoId: number): DomainError {
  return conflict(
    `${itemKey(itemId)} was merged into ${itemKey(intoId)}. What you entered is still here; take it there.`,
  )
}

/**
 * The item as the person saw it.
 * @throws not_found, conflict (merged away, or changed since, with what the other person changed)
 */
export async function fetchItemToChange(
  ctx: Context,
  { itemId, version }: { itemId: number; version: number },
): Promise<ItemRow> {
  const [row] = await ctx.db.select().from(items).where(eq(items.id, itemId))
  if (!row) throw notFound(itemKey(itemId))
  if (row.mergedIntoId !== null) throw mergedAway(itemId, row.mergedIntoId)
  if (row.version !== version)
    throw await changedMeanwhile(ctx, { type: 'item', id: itemId }, version)
  return row
}

/** Writes a patch if the item is still at the version read, with its history. Throws conflict otherwise. */
export async function writeItem(ctx: Context, before: ItemRow, patch: Patch): Promise<ItemRow> {
  const [after] = await ctx.db
    .update(items)
    .set({ ...patch, version: sql`${items.version} + 1`, updatedAt: ctx.now })
    .where(and(eq(items.id, before.id), eq(items.version, before.version)))
    .returning()
  if (!after) throw await changedMeanwhile(ctx, { type: 'item', id: before.id }, before.version)
  await recordChanges(
    ctx,
    { type: 'item', id: after.id, version: after.version },
    itemFacts(before),
    itemFacts(after),
  )
  return after
}

/** The same with one event and the scores. Nothing is written when nothing would change. */
export async function saveItem(
  ctx: Context,
  before: ItemRow,
  patch: Patch,
  event: Pick<DomainEvent, 'name' | 'data'>,
): Promise<void> {
  const planned = diffFields(itemFacts(before), itemFacts({ ...before, ...patch }))
  if (planned.length === 0) return
  await writeItem(ctx, before, patch)
  await recordEvent(ctx, { ...event, subject: ['item', before.id] })
  await refreshScores(ctx, { itemIds: [before.id] })
}
