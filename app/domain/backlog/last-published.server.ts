import { desc, eq, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { publications } from '#db/schema/publications.ts'

/**
 * Rank of each item in the last publication of its product line (null: of all lines), by item id, and the number of
 * that publication; null when nothing is published yet, or when it is not one.
 */
export async function getLastPublished(
  ctx: Pick<Context, 'db'>,
  productLineId: number | null,
): Promise<{ number: number | null; ranks: Map<number, number> }> {
  const last = ctx.db
    .selectDistinctOn([publications.productLineId], {
      number: publications.number,
      content: publications.content,
    })
    .from(publications)
    .where(productLineId === null ? undefined : eq(publications.productLineId, productLineId))
    .orderBy(publications.productLineId, desc(publications.number))
    .as('last')
  const item = sql`jsonb_to_recordset(${last.content} -> 'items') as item("itemId" int, "rank" int)`
  const rows = await ctx.db
    .select({
      number: last.number,
      itemId: sql<number>`item."itemId"`,
      rank: sql<number | null>`item."rank"`,
    })
    .from(last)
    .leftJoinLateral(item, sql`true`)
  return {
    number: productLineId === null ? null : (rows[0]?.number ?? null),
    ranks: new Map(
      rows.flatMap(({ itemId, rank }): [number, number][] =>
        rank === null ? [] : [[itemId, rank]],
      ),
    ),
  }
}
