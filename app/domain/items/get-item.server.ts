import { asc, count, eq } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import { getRankedItem, type RankedItem } from '#app/domain/backlog/get-ranked-item.server.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { costOf } from '#app/domain/scoring/cost.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { comments } from '#db/schema/comments.ts'
import { items } from '#db/schema/items.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'

/**
 * An item with its figures, what it is, and how much there is on each tab. Money in base units, null for whoever may
 * not see revenue. Throws not_found.
 */
export async function getItem(ctx: Context, itemId: number) {
  authorize(ctx, 'read')
  const [ranked, [row], [asked], [said], mergedFrom] = await Promise.all([
    getRankedItem(ctx, itemId),
    ctx.db
      .select({
        version: items.version,
        description: items.description,
        productLineId: items.productLineId,
        areaId: items.areaId,
        shipsOn: items.shipsOn,
        shipQuarter: items.shipQuarter,
        shipConfidence: items.shipConfidence,
        trackerUrl: items.trackerUrl,
        trackerKey: items.trackerKey,
        statusSince: items.statusSince,
        createdAt: items.createdAt,
        createdBy: people.name,
      })
      .from(items)
      .leftJoin(people, eq(people.id, items.createdBy))
      .where(eq(items.id, itemId)),
    ctx.db.select({ n: count() }).from(requests).where(eq(requests.itemId, itemId)),
    ctx.db.select({ n: count() }).from(comments).where(eq(comments.itemId, itemId)),
    ctx.db
      .select({ id: items.id, title: items.title })
      .from(items)
      .where(eq(items.mergedIntoId, itemId))
      .orderBy(asc(items.id))
      .limit(100),
  ])
  if (!row) throw notFound(itemKey(itemId))
  return {
    ...ranked,
    ...row,
    wide: await isWide(ctx, ranked),
    requests: asked?.n ?? 0,
    comments: said?.n ?? 0,
    /** Items that are part of it now. */
    mergedFrom,
    mayEdit: may(ctx.actor, 'item.edit'),
    mayComment: may(ctx.actor, 'item.comment'),
  }
}

export type Item = Awaited<ReturnType<typeof getItem>>

/** Whether its low and high are too far apart for one item. */
async function isWide(ctx: Pick<Context, 'db'>, item: RankedItem): Promise<boolean> {
  const { title, type, costLow: p10, costLikely: p50, costHigh: p90 } = item
  if (p10 === null || p50 === null || p90 === null) return false
  const { parameters } = await getModelVersion(ctx)
  return costOf({ id: String(item.id), title, type, estimate: { p10, p50, p90 } }, parameters).wide
}
