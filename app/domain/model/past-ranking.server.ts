import { and, eq, inArray } from 'drizzle-orm'

import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { findDay } from '#app/domain/movements/find-points.server.ts'
import { loadMoment } from '#app/domain/scoring/load-moment.server.ts'
import { replay } from '#app/domain/scoring/replay.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { items } from '#db/schema/items.ts'
import { scoreHistory } from '#db/schema/scores.ts'

import { countDifferent, placesOf, type PastPlace } from './past-ranking.ts'
import { getModelVersionById } from './versions.server.ts'

/** An item of a past ranking with its title, and its rank in its line, as they are now. */
export type PastRow = PastPlace & { title: string; now: number | null }

export type PastRanking = {
  /** The day it shows: the one asked for, or the last before it that was kept. */
  day: IsoDate
  /** The version of the model that was in force then. */
  versionId: number
  rows: PastRow[]
  /** Items, and how many of them come out otherwise than was stored; null by another version of the model. */
  check: { items: number; different: number } | null
}

/**
 * The ranking of a product line on a past day, scored again from what the score read then: by the version of the model
 * that was in force, or by another one. Null when nothing was kept by that day. Throws not_found for a version that
 * does not exist.
 */
export async function getPastRanking(
  ctx: Context,
  { day, lineId, versionId }: { day: IsoDate; lineId: number; versionId: number | null },
): Promise<PastRanking | null> {
  authorize(ctx, 'revenue.read')
  const kept = await findDay(ctx, day)
  if (!kept) return null
  const stored = await ctx.db
    .select({ itemId: scoreHistory.itemId, rank: scoreHistory.rank, score: scoreHistory.score })
    .from(scoreHistory)
    .where(and(eq(scoreHistory.day, kept.day), eq(scoreHistory.momentId, kept.momentId)))
  const then = await loadMoment(ctx, kept.momentId)
  const inForce = then.modelVersionId
  const other = versionId === inForce ? null : versionId
  const parameters = other === null ? then.parameters : await parametersOf(ctx, other)
  const again = replay({ ...then, parameters })
  return {
    day: kept.day,
    versionId: inForce,
    rows: await withTitles(ctx, placesOf(again, then.places, stored, lineId)),
    check:
      other === null ? { items: stored.length, different: countDifferent(again, stored) } : null,
  }
}

const parametersOf = async (ctx: Context, versionId: number) =>
  (await getModelVersionById(ctx, versionId)).parameters

async function withTitles(ctx: Context, places: readonly PastPlace[]): Promise<PastRow[]> {
  const ranks = ranksOf(ctx)
  const rows = await ctx.db
    .select({ id: items.id, title: items.title, now: ranks.lineRank })
    .from(items)
    .leftJoin(ranks, eq(ranks.itemId, items.id))
    .where(
      inArray(
        items.id,
        places.map(({ id }) => id),
      ),
    )
  const known = new Map(rows.map((row) => [row.id, row]))
  return places.flatMap((place) => {
    const row = known.get(place.id)
    return row ? [{ ...place, title: row.title, now: row.now }] : []
  })
}
