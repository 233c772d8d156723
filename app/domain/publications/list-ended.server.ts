import { and, asc, desc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { dayIn } from '#app/domain/organisation/get-organisation.server.ts'
import { itemDecisions, items } from '#db/schema/items.ts'

/** What was shipped and what was declined since the last publication (ever, before the first), with the reason given. */
export async function listEnded(
  ctx: Context,
  lineId: number,
  since: Date | null,
  timeZone: string,
) {
  const rows = await ctx.db
    .selectDistinctOn([items.id], {
      itemId: items.id,
      title: items.title,
      status: items.status,
      at: items.statusSince,
      reason: itemDecisions.reason,
    })
    .from(items)
    .leftJoin(
      itemDecisions,
      and(eq(itemDecisions.itemId, items.id), eq(itemDecisions.toStatus, items.status)),
    )
    .where(
      and(
        eq(items.productLineId, lineId),
        isNull(items.mergedIntoId),
        or(eq(items.status, 'shipped'), eq(items.status, 'declined')),
        since === null ? isNotNull(items.statusSince) : gt(items.statusSince, since),
      ),
    )
    .orderBy(asc(items.id), desc(itemDecisions.id))
  const of = (status: 'shipped' | 'declined') =>
    rows
      .filter((row) => row.status === status)
      .map(({ itemId, title, at, reason }) => ({
        itemId,
        title,
        on: dayIn(timeZone, at),
        reason: reason ?? '',
      }))
  return { shipped: of('shipped'), declined: of('declined') }
}
