import { desc, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { parsePublication } from '#app/domain/publications/content.ts'
import { publications } from '#db/schema/publications.ts'

/** Rank of each item in the last publication of its product line, by item id. */
export async function getPublishedRanks(
  ctx: Pick<Context, 'db'>,
  productLineId: number | null,
): Promise<Map<number, number>> {
  const rows = await ctx.db
    .selectDistinctOn([publications.productLineId], { content: publications.content })
    .from(publications)
    .where(productLineId === null ? undefined : eq(publications.productLineId, productLineId))
    .orderBy(publications.productLineId, desc(publications.number))
  return new Map(
    rows.flatMap(({ content }) =>
      parsePublication(content).items.flatMap((item): [number, number][] =>
        item.rank === null ? [] : [[item.itemId, item.rank]],
      ),
    ),
  )
}
