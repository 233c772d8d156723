import { and, eq, inArray, isNull, sql } from 'drizzle-orm'

import { may, type Who } from '#app/auth/permissions.ts'
import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'

import { OPEN_REQUEST_STATES } from './holdings.ts'
import type { HandOverInput } from './schemas.ts'

export type HandedOver = { accounts: number; requests: number; items: number }

/** What somebody may look after, by role and team; accounts and items are never the same person's. */
export function mayLookAfter(who: Who) {
  return {
    accounts: may(who, 'account.edit.own'),
    requests: may(who, 'request.reply'),
    items: may(who, 'item.edit'),
  }
}

/**
 * Gives one person's accounts, open requests and items to another, in one step: all that the heir may look after.
 * Of somebody who changed teams the rest waits for an heir in the other one. What is closed stays with whoever
 * closed it. Counted in one event, and each record keeps the change in its history.
 */
export async function handOver(ctx: Context, input: HandOverInput): Promise<HandedOver> {
  authorize(ctx, 'people.manage')
  return inTransaction(ctx, async (ctx) => {
    const [heir] = await ctx.db
      .select({ name: people.name, role: people.role, team: people.team })
      .from(people)
      .where(and(eq(people.id, input.toId), isNull(people.deactivatedAt)))
      .for('share')
    if (!heir) throw invalid('Choose somebody who is active.', 'toId')
    const fit = mayLookAfter(heir)

    const touched = { version: sql`version + 1`, updatedAt: ctx.now }
    const movedAccounts = await ctx.db
      .update(accounts)
      .set({ ownerId: input.toId, ...touched })
      .where(and(eq(accounts.ownerId, input.fromId), sql`${fit.accounts}`))
      .returning({ id: accounts.id, version: accounts.version })
    const movedRequests = await ctx.db
      .update(requests)
      .set({ submittedBy: input.toId, ...touched })
      .where(
        and(
          eq(requests.submittedBy, input.fromId),
          sql`${fit.requests}`,
          inArray(requests.state, [...OPEN_REQUEST_STATES]),
        ),
      )
      .returning({ id: requests.id, version: requests.version })
    const movedItems = await ctx.db
      .update(items)
      .set({ ownerId: input.toId, ...touched })
      .where(and(eq(items.ownerId, input.fromId), sql`${fit.items}`))
      .returning({ id: items.id, version: items.version })

    const counts = {
      accounts: movedAccounts.length,
      requests: movedRequests.length,
      items: movedItems.length,
    }
    if (counts.accounts + counts.requests + counts.items === 0) {
      if (!(await holdsAnything(ctx, input.fromId))) {
        throw conflict('There is nothing left to hand over.')
      }
      throw invalid(
        `${heir.name} may look after none of it. Accounts go to Customer Success, items to Product, and not to somebody who only reads.`,
        'toId',
      )
    }
    await keepHistory(ctx, input, 'account', 'ownerId', movedAccounts)
    await keepHistory(ctx, input, 'request', 'submittedBy', movedRequests)
    await keepHistory(ctx, input, 'item', 'ownerId', movedItems)
    await recordEvent(ctx, {
      name: 'person.handed_over',
      subject: ['person', input.fromId],
      data: { toId: input.toId, ...counts },
    })
    await refreshScores(ctx, {})
    return counts
  })
}

async function holdsAnything({ db }: Context, personId: number): Promise<boolean> {
  const held = [
    await db.$count(accounts, eq(accounts.ownerId, personId)),
    await db.$count(items, eq(items.ownerId, personId)),
    await db.$count(
      requests,
      and(eq(requests.submittedBy, personId), inArray(requests.state, [...OPEN_REQUEST_STATES])),
    ),
  ]
  return held.some((count) => count > 0)
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
