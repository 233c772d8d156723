import { desc, eq, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { publications } from '#db/schema/publications.ts'

import type { PublishedRank } from './item-page.ts'

/** Where the item stood in the last publication of its product line; null before the first one. */
export async function findPublishedRank(
  ctx: Pick<Context, 'db'>,
  { itemId, lineId }: { itemId: number; lineId: number },
): Promise<PublishedRank | null> {
  const [last] = await ctx.db
    .select({
      publicationId: publications.id,
      number: publications.number,
      publishedAt: publications.publishedAt,
      rank: sql<number | null>`(
        select item.rank
        from jsonb_to_recordset(${publications.content} -> 'items') as item("itemId" int, rank int)
        where item."itemId" = ${itemId}
      )`,
    })
    .from(publications)
    .where(eq(publications.productLineId, lineId))
    .orderBy(desc(publications.number))
    .limit(1)
  if (!last) return null
  const { timeZone } = await getOrganisation(ctx)
  const { publishedAt, ...published } = last
  return { ...published, day: dayIn(timeZone, publishedAt) }
}
