import { and, eq, inArray, isNull, sql } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'

import { OPEN_REQUEST_STATES } from './holdings.ts'
import type { HandOverInput } from './schemas.ts'

export type HandedOver = { accounts: number; requests: number; items: number }

/**
 * Gives one person's accounts, open requests and items to another, in one step. What is closed stays with
 * whoever closed it. Counted in one event, and each record keeps the change in its history.
 */
export async function handOver(ctx: Context, input: HandOverInput): Promise<HandedOver> {
  authorize(ctx, 'people.manage')
  return inTransaction(ctx, async (ctx) => {
    const [heir] = await ctx.db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, input.toId), isNull(people.deactivatedAt)))
      .for('share')
    if (!heir) throw invalid('Choose somebody who is active.', 'toId')

    const touched = { version: sql`version + 1`, updatedAt: ctx.now }
    const movedAccounts = await ctx.db
      .update(accounts)
      .set({ ownerId: input.toId, ...touched })
      .where(eq(accounts.ownerId, input.fromId))
      .returning({ id: accounts.id, version: accounts.version })
    const movedRequests = await ctx.db
      .update(requests)
      .set({ submittedBy: input.toId, ...touched })
      .where(
        and(
          eq(requests.submittedBy, input.fromId),
          inArray(requests.state, [...OPEN_REQUEST_STATES]),
        ),
      )
      .returning({ id: requests.id, version: requests.version })
    const movedItems = await ctx.db
      .update(items)
      .set({ ownerId: input.toId, ...touched })
      .where(eq(items.ownerId, input.fromId))
      .returning({ id: items.id, version: items.version })

    const counts = {
      accounts: movedAccounts.length,
      requests: movedRequests.length,
      items: movedItems.length,
    }
    if (counts.accounts + counts.requests + counts.items === 0) {
      throw conflict('There is nothing left to hand over.')
    }
    await keepHistory(ctx, input, 'account', 'ownerId', movedAccounts)
    await keepHistory(ctx, input, 'request', 'submittedBy', movedRequests)
    await keepHistory(ctx, input, 'item', 'ownerId', movedItems)
    await recordEvent(ctx, {
      name: 'person.handed_over',
      subject: ['person', input.fromId],
      data: { toId: input.toId, ...counts },
    })
    return counts
  })
}

function keepHistory(
  ctx: Context,
  { fromId, toId }: HandOverInput,
  type: 'account' | 'request' | 'item',
  field: 'ownerId' | 'submittedBy',
  moved: readonly { id: number; version: number }[],
): Promise<void> {
  return recordManyChanges(
    ctx,
    moved.map(({ id, version }) => ({
      subject: { type, id, version },
      before: { [field]: fromId },
      after: { [field]: toId },
    })),
  )
}
