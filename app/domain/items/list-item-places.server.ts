import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { listPlaces } from '#app/domain/organisation/list-places.server.ts'
import { people } from '#db/schema/people.ts'

type Kept = { productLineId: number; areaId: number | null; ownerId: number | null }

/**
 * Where an item can be, and whose it can be: open lines with their open areas, and the people of Product.
 * @param kept what the item has now, which may stay though it is closed
 */
export async function listItemPlaces(ctx: Pick<Context, 'db'>, kept?: Kept) {
  const owners = await ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      or(
        and(isNull(people.deactivatedAt), eq(people.team, 'product'), ne(people.role, 'viewer')),
        kept?.ownerId ? eq(people.id, kept.ownerId) : undefined,
      ),
    )
    .orderBy(asc(people.nameFold), asc(people.id))
  return { lines: await listPlaces(ctx, kept), owners }
}
