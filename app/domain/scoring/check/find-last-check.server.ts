import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'

import type { Context } from '#app/domain/context.ts'
import { parseKey } from '#app/lib/readable-id.ts'
import { events } from '#db/schema/organisation.ts'

import type { ScoreCheck } from './words.ts'

/** The event that a check leaves. */
export const CHECKED = 'scores.checked'

const checkSchema = z.object({
  scored: z.int(),
  reconciled: z.boolean(),
  items: z.array(z.string().transform((key) => parseKey(key)?.id ?? 0)),
  differing: z.int(),
  exposures: z.int(),
  largest: z.number(),
})

/** The last check of the stored scores and when it was; null before the first. */
export async function findLastCheck({
  db,
}: Pick<Context, 'db'>): Promise<{ at: Date; check: ScoreCheck } | null> {
  const [row] = await db
    .select({ at: events.at, data: events.data })
    .from(events)
    .where(
      and(eq(events.subjectType, 'scores'), eq(events.subjectId, 'all'), eq(events.name, CHECKED)),
    )
    .orderBy(desc(events.id))
    .limit(1)
  return row ? { at: row.at, check: checkSchema.parse(row.data) } : null
}
