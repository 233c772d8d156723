import { and, count, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import type { Context } from '#app/domain/context.ts'
import { relativelyEqual } from '#app/lib/numbers.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { Executor } from '#db/client.ts'
import { items } from '#db/schema/items.ts'
import { exposureScores, itemScores, scoreParts } from '#db/schema/scores.ts'

import type { BacklogFilters } from './filters.ts'
import { holderFilter, itemFilter } from './filter-conditions.server.ts'

/** The most by which two ways to add up the same money may differ. */
const TOLERANCE = 1e-9

const total = (amount: AnyPgColumn) => sql<number>`coalesce(sum(${amount}), 0)::float8`

type Query = { filters: BacklogFilters; lineId: number | null; today: IsoDate }

/**
 * Adds up the backlog in both directions, over any filter: ARR at risk of the items shown, of the other items, of no
 * request at all and of declined and shipped ones is that of the contracts and deals; the value of the items is what
 * those can keep. Base units. Read at one moment, because a refresh between two sums would set them apart.
 */
export async function getBacklogTotals(ctx: Pick<Context, 'db'>, query: Query) {
  const [[shown], [others], [exposures]] = await ctx.db.transaction((db) => sumsOf(db, query), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
  if (!shown || !others || !exposures) throw new Error('A sum without rows')
  const adds = (whole: number, ...pieces: number[]) =>
    relativelyEqual(
      pieces.reduce((sum, piece) => sum + piece, 0),
      whole,
      TOLERANCE,
    )
  return {
    shown,
    others,
    baseline: exposures.baseline,
    residual: exposures.residual,
    total: exposures.arrAtRisk,
    exposures: exposures.exposures,
    reconciles:
      adds(
        exposures.arrAtRisk,
        shown.arrAtRisk,
        others.arrAtRisk,
        exposures.baseline,
        exposures.residual,
      ) && adds(exposures.keepable, shown.value, others.value),
  }
}

function sumsOf(db: Executor, { filters, lineId, today }: Query) {
  const shownIds = db
    .select({ id: items.id })
    .from(items)
    .leftJoin(itemScores, eq(itemScores.itemId, items.id))
    .where(itemFilter(filters, lineId, today))
  const parts = (where: SQL | undefined) =>
    db
      .select({
        arrAtRisk: total(scoreParts.arrAtRisk),
        canSave: total(scoreParts.canSave),
        value: total(scoreParts.value),
        accounts: sql<number>`count(distinct ${scoreParts.accountId})::int`,
      })
      .from(scoreParts)
      .where(and(holderFilter({ db }, filters, scoreParts.accountId), where))
  return Promise.all([
    parts(inArray(scoreParts.itemId, shownIds)),
    parts(notInArray(scoreParts.itemId, shownIds)),
    db
      .select({
        arrAtRisk: total(exposureScores.arrAtRisk),
        baseline: total(exposureScores.baseline),
        residual: total(exposureScores.residual),
        keepable: total(exposureScores.keepable),
        exposures: count(),
      })
      .from(exposureScores)
      .where(holderFilter({ db }, filters, exposureScores.accountId)),
  ])
}

export type BacklogTotals = Awaited<ReturnType<typeof getBacklogTotals>>
