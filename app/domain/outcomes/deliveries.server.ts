import { asc, eq, isNotNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { itemDecisions, items } from '#db/schema/items.ts'

export type Deliveries = {
  /** The item that this one was merged into in the end, or itself. */
  follow: (itemId: number) => number
  /** Whether the item had shipped by the end of the day. */
  hadShipped: (itemId: number, day: IsoDate) => boolean
}

/** What became of items: where merged ones went, and when shipped ones shipped. */
export async function loadDeliveries(ctx: Pick<Context, 'db'>): Promise<Deliveries> {
  const { timeZone } = await getOrganisation(ctx)
  const merged = await ctx.db
    .select({ id: items.id, into: items.mergedIntoId })
    .from(items)
    .where(isNotNull(items.mergedIntoId))
  const shipped = await ctx.db
    .select({ id: items.id, since: items.statusSince })
    .from(items)
    .where(eq(items.status, 'shipped'))
  const steps = await ctx.db
    .select({
      itemId: itemDecisions.itemId,
      to: itemDecisions.toStatus,
      at: itemDecisions.decidedAt,
    })
    .from(itemDecisions)
    .orderBy(asc(itemDecisions.id))

  const into = new Map(merged.map((row) => [row.id, row.into]))
  const since = new Map(shipped.map((row) => [row.id, dayIn(timeZone, row.since)]))
  const stepsOf = groupBy(
    steps.map(({ itemId, to, at }) => ({ itemId, to, on: dayIn(timeZone, at) })),
    ({ itemId }) => itemId,
  )
  const follow = (itemId: number): number => {
    const next = into.get(itemId)
    return next == null ? itemId : follow(next)
  }
  return {
    follow,
    hadShipped: (itemId, day) => {
      const last = stepsOf.get(itemId)?.findLast(({ on }) => on <= day)
      if (last) return last.to === 'shipped'
      const on = since.get(itemId)
      return on !== undefined && on <= day
    },
  }
}
