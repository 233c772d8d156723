import { and, asc, between, eq, inArray, or, sql, type SQL } from 'drizzle-orm'

import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { outranks, type Sensitivity } from '#app/domain/scoring/uncertainty.ts'
import { items } from '#db/schema/items.ts'
import { productLines } from '#db/schema/organisation.ts'
import { itemScores } from '#db/schema/scores.ts'

import { findItems } from './find-items.server.ts'
import type { Odds } from './item-page.ts'

/** The items so many places above and below one in its product line, by rank, each with how sure the order of the two is. */
export function listOddsAround(
  ctx: Context,
  { id, lineId, rank }: { id: number; lineId: number; rank: number },
  places: number,
): Promise<Odds[]> {
  return listOdds(ctx, id, ({ ranks }) =>
    and(eq(ranks.lineId, lineId), between(ranks.lineRank, rank - places, rank + places)),
  )
}

/** Ranked items of any line that somebody types for, each with how sure its order with the item is. */
export async function findOdds(ctx: Context, itemId: number, text: string): Promise<Odds[]> {
  const found = await findItems(ctx, text, { openOnly: true, exceptId: itemId })
  return listOdds(ctx, itemId, ({ ranks }) =>
    inArray(
      ranks.itemId,
      found.map(({ id }) => id),
    ),
  )
}

type Tables = { ranks: ReturnType<typeof ranksOf> }

async function listOdds(
  ctx: Context,
  itemId: number,
  which: (tables: Tables) => SQL | undefined,
): Promise<Odds[]> {
  authorize(ctx, 'read')
  const ranks = ranksOf(ctx)
  const rows = await ctx.db
    .select({
      id: items.id,
      title: items.title,
      line: productLines.name,
      rank: ranks.lineRank,
      sensitivity: sql<Sensitivity>`${itemScores.sensitivity}`,
    })
    .from(ranks)
    .innerJoin(items, eq(items.id, ranks.itemId))
    .innerJoin(productLines, eq(productLines.id, items.productLineId))
    .innerJoin(itemScores, eq(itemScores.itemId, ranks.itemId))
    .where(or(eq(ranks.itemId, itemId), which({ ranks })))
    .orderBy(asc(ranks.rank))
  const place = rows.findIndex(({ id }) => id === itemId)
  const own = rows[place]
  if (!own) return []
  return rows.flatMap(({ sensitivity, ...other }, i) => {
    if (i === place) return []
    const above = i < place
    const [higher, lower] = above ? [sensitivity, own.sensitivity] : [own.sensitivity, sensitivity]
    return [{ ...other, above, odds: outranks(higher, lower) }]
  })
}
