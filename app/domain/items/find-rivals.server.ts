import { and, asc, between, eq, sql } from 'drizzle-orm'

import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import type { Context } from '#app/domain/context.ts'
import { outranks, type Sensitivity } from '#app/domain/scoring/uncertainty.ts'
import { items } from '#db/schema/items.ts'
import { itemScores } from '#db/schema/scores.ts'

import type { Rivals } from './item-page.ts'

/** Who ranks next to an item in its product line, and how sure that order is. */
export async function findRivals(
  ctx: Pick<Context, 'db'>,
  { lineId, rank }: { lineId: number; rank: number },
): Promise<Rivals> {
  const ranks = ranksOf(ctx)
  const rows = await ctx.db
    .select({
      id: items.id,
      title: items.title,
      rank: ranks.lineRank,
      sensitivity: sql<Sensitivity>`${itemScores.sensitivity}`,
    })
    .from(ranks)
    .innerJoin(items, eq(items.id, ranks.itemId))
    .innerJoin(itemScores, eq(itemScores.itemId, ranks.itemId))
    .where(and(eq(ranks.lineId, lineId), between(ranks.lineRank, rank - 1, rank + 1)))
    .orderBy(asc(ranks.lineRank))
  const at = (place: number) => rows.find((row) => row.rank === place)
  const [above, own, below] = [at(rank - 1), at(rank), at(rank + 1)]
  const rival = (one: typeof own, higher: typeof own, lower: typeof own) => {
    if (!one || !higher || !lower) return null
    const { sensitivity: _, ...shown } = one
    return { ...shown, odds: outranks(higher.sensitivity, lower.sensitivity) }
  }
  return { above: rival(above, above, own), below: rival(below, own, below) }
}
