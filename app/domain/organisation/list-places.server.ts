import { asc, eq, isNull, or } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { areas, productLines } from '#db/schema/organisation.ts'

/**
 * The product lines in use with their areas in use, by name.
 * @param kept a line and an area that are listed though they are archived: something is there now
 */
export async function listPlaces(
  { db }: Pick<Context, 'db'>,
  kept?: { productLineId: number; areaId: number | null },
) {
  const [lines, allAreas] = await Promise.all([
    db
      .select({ id: productLines.id, name: productLines.name, slug: productLines.slug })
      .from(productLines)
      .where(or(isNull(productLines.archivedAt), kept && eq(productLines.id, kept.productLineId)))
      .orderBy(asc(productLines.name), asc(productLines.id)),
    db
      .select({ id: areas.id, name: areas.name, lineId: areas.productLineId })
      .from(areas)
      .where(or(isNull(areas.archivedAt), kept?.areaId ? eq(areas.id, kept.areaId) : undefined))
      .orderBy(asc(areas.name), asc(areas.id)),
  ])
  const byLine = groupBy(allAreas, ({ lineId }) => lineId)
  return lines.map((line) => ({ ...line, areas: byLine.get(line.id) ?? [] }))
}
