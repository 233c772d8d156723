import { and, eq, isNull } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { checkPlace } from '#app/domain/organisation/check-place.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { fold } from '#app/lib/fold.ts'
import { items } from '#db/schema/items.ts'
import { people } from '#db/schema/people.ts'

import type { NewItem } from './new-item-schema.ts'

/**
 * Puts a new item into the backlog as a candidate.
 * @throws forbidden, invalid (area of another line, owner who cannot own items)
 */
export async function createItem(ctx: Context, input: NewItem): Promise<{ id: number }> {
  authorize(ctx, 'item.edit')
  return inTransaction(ctx, async (tx) => {
    const id = await insertItem(tx, input)
    await recordEvent(tx, {
      name: 'item.created',
      subject: ['item', id],
      data: { title: input.title },
    })
    await refreshScores(tx, { itemIds: [id] })
    return { id }
  })
}

/** The item's row alone, for a command that records the event and brings the scores up to date. Returns its number. */
export async function insertItem(
  ctx: Context,
  { description = '', ...input }: NewItem & { fastLane?: boolean },
): Promise<number> {
  await checkPlace(ctx, input)
  await checkOwner(ctx, input.ownerId)
  const [row] = await ctx.db
    .insert(items)
    .values({
      ...input,
      description,
      titleFold: fold(input.title),
      bodyFold: fold(description),
      statusSince: ctx.now,
      createdBy: ctx.actor.id,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning({ id: items.id })
  if (!row) throw new Error('The item was not written')
  return row.id
}

/** Throws invalid, beside its field, unless the owner, if any, is an active person of Product. */
export async function checkOwner(
  ctx: Pick<Context, 'db'>,
  ownerId: number | null | undefined,
): Promise<void> {
  if (ownerId == null) return
  const [owner] = await ctx.db
    .select({ team: people.team })
    .from(people)
    .where(and(eq(people.id, ownerId), isNull(people.deactivatedAt)))
  if (owner?.team !== 'product') throw invalid('Choose an owner in Product.', 'ownerId')
}
