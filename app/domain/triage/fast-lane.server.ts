import { and, eq } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { insertItem } from '#app/domain/items/create-item.server.ts'
import { items } from '#db/schema/items.ts'

import { decide, type Decided, type Target } from './decide.server.ts'
import { requireLinkable } from './link-to-item.server.ts'
import type { FastLaneInput } from './schemas.ts'
import type { Made } from './snapshot.ts'

/**
 * Takes a bug into the fast lane: its item, an existing one or one made of it, carries the mark.
 * @throws forbidden, conflict, invalid (no bug)
 */
export async function fastLane(ctx: Context, input: Target & FastLaneInput): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, input, {
    kind: 'fast_lane',
    action: 'fast_lane',
    prepare: async (tx, request) => {
      const { itemId, made } =
        input.itemId === undefined ? await makeItem(tx, request) : await markItem(tx, input.itemId)
      return {
        set: { state: 'linked', itemId, fastLane: true },
        record: { itemId },
        event: { name: 'request.fast_laned', data: { itemId } },
        answers: true,
        made,
      }
    },
  })
}

type Lane = { itemId: number; made: Made }

async function makeItem(
  ctx: Context,
  request: { title: string; body: string; productLineId: number; areaId: number | null },
): Promise<Lane> {
  const itemId = await insertItem(ctx, {
    title: request.title,
    description: request.body,
    type: 'bug',
    productLineId: request.productLineId,
    areaId: request.areaId ?? undefined,
    fastLane: true,
  })
  return { itemId, made: { itemId } }
}

async function markItem(ctx: Context, itemId: number): Promise<Lane> {
  await requireLinkable(ctx, itemId)
  const [marked] = await ctx.db
    .update(items)
    .set({ fastLane: true })
    .where(and(eq(items.id, itemId), eq(items.fastLane, false)))
    .returning({ id: items.id })
  return { itemId, made: marked ? { fastLaneItemId: itemId } : {} }
}
