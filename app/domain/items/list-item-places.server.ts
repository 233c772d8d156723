import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { areas, productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'

type Kept = { productLineId: number; areaId: number | null; ownerId: number | null }

/**
 * Where an item can be, and whose it can be: open lines with their open areas, and the people of Product.
 * @param kept what the item has now, which may stay though it is closed
 */
export async function listItemPlaces({ db }: Pick<Context, 'db'>, kept?: Kept) {
  const lines = await db
    .select({ id: productLines.id, name: productLines.name, slug: productLines.slug })
    .from(productLines)
    .where(or(isNull(productLines.archivedAt), kept && eq(productLines.id, kept.productLineId)))
    .orderBy(asc(productLines.name))
  const allAreas = await db
    .select({ id: areas.id, name: areas.name, lineId: areas.productLineId })
    .from(areas)
    .where(or(isNull(areas.archivedAt), kept?.areaId ? eq(areas.id, kept.areaId) : undefined))
    .orderBy(asc(areas.name), asc(areas.id))
  const owners = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      or(
        and(isNull(people.deactivatedAt), eq(people.team, 'product'), ne(people.role, 'viewer')),
        kept?.ownerId ? eq(people.id, kept.ownerId) : undefined,
      ),
    )
    .orderBy(asc(people.nameFold), asc(people.id))
  return {
    lines: lines.map((line) => ({
      ...line,
      areas: allAreas.filter(({ lineId }) => lineId === line.id),
    })),
    owners,
  }
}
