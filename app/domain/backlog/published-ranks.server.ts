import { desc, eq, isNotNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { publications } from '#db/schema/publications.ts'

/** Rank of each item in the last publication of its product line (null: of all lines), by item id. */
export async function getPublishedRanks(
  ctx: Pick<Context, 'db'>,
  productLineId: number | null,
): Promise<Map<number, number>> {
  const last = ctx.db
    .selectDistinctOn([publications.productLineId], { content: publications.content })
    .from(publications)
    .where(productLineId === null ? undefined : eq(publications.productLineId, productLineId))
    .orderBy(publications.productLineId, desc(publications.number))
    .as('last')
  const item = sql`jsonb_to_recordset(${last.content} -> 'items') as item("itemId" int, "rank" int)`
  const rows = await ctx.db
    .select({ itemId: sql<number>`item."itemId"`, rank: sql<number>`item."rank"` })
    .from(last)
    .crossJoinLateral(item)
    .where(isNotNull(sql`item."rank"`))
  return new Map(rows.map(({ itemId, rank }) => [itemId, rank]))
}
