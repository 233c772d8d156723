import { desc, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { parsePublication } from '#app/domain/publications/content.ts'
import { publications } from '#db/schema/publications.ts'

import type { PublishedRank } from './item-page.ts'

/** Where the item stood in the last publication of its product line; null before the first one. */
export async function findPublishedRank(
  ctx: Pick<Context, 'db'>,
  { itemId, lineId }: { itemId: number; lineId: number },
): Promise<PublishedRank | null> {
  const [last] = await ctx.db
    .select({
      id: publications.id,
      number: publications.number,
      publishedAt: publications.publishedAt,
      content: publications.content,
    })
    .from(publications)
    .where(eq(publications.productLineId, lineId))
    .orderBy(desc(publications.number))
    .limit(1)
  if (!last) return null
  const { timeZone } = await getOrganisation(ctx)
  const item = parsePublication(last.content).items.find((one) => one.itemId === itemId)
  return {
    publicationId: last.id,
    number: last.number,
    day: dayIn(timeZone, last.publishedAt),
    rank: item?.rank ?? null,
  }
}
