import { and, desc, eq, inArray, isNull, like, ne, or, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { fold } from '#app/lib/fold.ts'
import { likePattern } from '#app/lib/like-pattern.ts'
import { parseKey } from '#app/lib/readable-id.ts'
import { OPEN_ITEM_STATUSES } from '#db/constants.ts'
import { items } from '#db/schema/items.ts'
import { productLines } from '#db/schema/organisation.ts'

const FOUND = 8

export type FoundItem = Awaited<ReturnType<typeof findItems>>[number]

/**
 * At most 8 items for what somebody types: by number (`ITEM-17`), by words of the title in any order, or by a title
 * that looks alike; the most similar first. Those merged away are left out.
 */
export function findItems(
  ctx: Pick<Context, 'db'>,
  text: string,
  { openOnly = false, exceptId }: { openOnly?: boolean; exceptId?: number } = {},
) {
  const typed = text
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200)
  const folded = fold(typed)
  const key = parseKey(typed)
  const words = folded.split(/\s+/u).filter(Boolean)
  return ctx.db
    .select({
      id: items.id,
      title: items.title,
      status: items.status,
      horizon: items.horizon,
      line: productLines.name,
    })
    .from(items)
    .innerJoin(productLines, eq(productLines.id, items.productLineId))
    .where(
      and(
        isNull(items.mergedIntoId),
        openOnly ? inArray(items.status, [...OPEN_ITEM_STATUSES]) : undefined,
        exceptId === undefined ? undefined : ne(items.id, exceptId),
        or(
          key?.kind === 'item' ? eq(items.id, key.id) : undefined,
          and(...words.map((word) => like(items.titleFold, likePattern(word)))),
          sql`${items.titleFold} % ${folded}`,
        ),
      ),
    )
    .orderBy(desc(sql`similarity(${items.titleFold}, ${folded})`), items.id)
    .limit(FOUND)
}
