import { desc } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { scoreMoments } from '#db/schema/scores.ts'

/** Begins a new moment of the scores: what is written with it holds from then on. */
export async function beginMoment(
  { db, now }: Pick<Context, 'db' | 'now'>,
  day: IsoDate,
  modelVersionId: number,
): Promise<number> {
  const [row] = await db
    .insert(scoreMoments)
    .values({ at: now, day, modelVersionId })
    .returning({ id: scoreMoments.id })
  if (!row) throw new Error('No moment was written')
  return row.id
}

/** The moment that the stored scores are of; null before anything was scored. Steady only under the lock of the scores. */
export async function findLastMoment({
  db,
}: Pick<Context, 'db'>): Promise<{ id: number; day: IsoDate; at: Date } | null> {
  const [row] = await db
    .select({ id: scoreMoments.id, day: scoreMoments.day, at: scoreMoments.at })
    .from(scoreMoments)
    .orderBy(desc(scoreMoments.id))
    .limit(1)
  return row ?? null
}
