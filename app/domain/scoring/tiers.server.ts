import { asc, eq, sql } from 'drizzle-orm'

import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import type { Context } from '#app/domain/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { itemScores } from '#db/schema/scores.ts'

import { tiersOf, type Sensitivity } from './uncertainty.ts'

type Ranked = { itemId: number; lineId: number; sensitivity: Sensitivity }

/** Sets the tier of every ranked item, over all product lines and within its own, where it is another than stored. */
export async function writeTiers(ctx: Pick<Context, 'db'>): Promise<void> {
  const ranks = ranksOf(ctx)
  const rows = await ctx.db
    .select({
      itemId: ranks.itemId,
      lineId: ranks.lineId,
      sensitivity: sql<Sensitivity>`${itemScores.sensitivity}`,
    })
    .from(ranks)
    .innerJoin(itemScores, eq(itemScores.itemId, ranks.itemId))
    .orderBy(asc(ranks.rank))
  const overall = tiersById(rows)
  const ofLine = new Map(
    [...groupBy(rows, (row) => row.lineId).values()].flatMap((line) => [...tiersById(line)]),
  )
  const tiers = rows.map(({ itemId }) => ({
    id: itemId,
    tier: overall.get(itemId),
    line: ofLine.get(itemId),
  }))
  await ctx.db.execute(sql`
    update ${itemScores} as s
    set tier = v.tier, line_tier = v.line
    from ${itemScores} as known
      left join jsonb_to_recordset(${JSON.stringify(tiers)}::jsonb) as v(id int, tier int, line int)
        on v.id = known.item_id
    where known.item_id = s.item_id
      and (s.tier, s.line_tier) is distinct from (v.tier, v.line)`)
}

function tiersById(ranking: readonly Ranked[]): Map<number, number> {
  const tiers = tiersOf(ranking.map((row) => row.sensitivity))
  return new Map(ranking.map(({ itemId }, i) => [itemId, tiers[i] ?? 1]))
}
