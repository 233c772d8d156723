import { eq } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { items } from '#db/schema/items.ts'

import { decide, type Decided, type Decision, type Target } from './decide.server.ts'
import type { LinkInput } from './schemas.ts'

/**
 * Links a request to an item, which it then supports.
 * @throws forbidden, conflict, invalid (a question, a change not accepted yet, an item that was merged away)
 */
export async function linkToItem(ctx: Context, input: Target & LinkInput): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, input, linking(input.itemId))
}

/** Confirms the submitter's "same as": the provisional link becomes triage's own. */
export async function confirmSameAs(ctx: Context, target: Target): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    ...LINK,
    prepare: (tx, request) => {
      if (request.itemId === null) throw invalid('No item was named. Choose one to link to.')
      return linking(request.itemId).prepare(tx, request)
    },
  })
}

const LINK = { kind: 'link', action: 'link' } as const

/** The decision, for one request or many. */
export function linking(itemId: number): Decision {
  return {
    ...LINK,
    prepare: async (ctx) => {
      await requireLinkable(ctx, itemId)
      return {
        set: { state: 'linked', itemId },
        record: { itemId },
        event: { name: 'request.linked', data: { itemId } },
        answers: true,
      }
    },
  }
}

/** Throws invalid unless the item exists and was not merged away; keeps it so until the transaction ends. */
export async function requireLinkable(ctx: Context, itemId: number): Promise<void> {
  const [item] = await ctx.db
    .select({ mergedIntoId: items.mergedIntoId })
    .from(items)
    .where(eq(items.id, itemId))
    .for('share')
  if (!item) throw invalid(`${itemKey(itemId)} does not exist.`, 'itemId')
  if (item.mergedIntoId !== null) {
    throw invalid(
      `${itemKey(itemId)} was merged into ${itemKey(item.mergedIntoId)}. Link to that one.`,
      'itemId',
    )
  }
}
