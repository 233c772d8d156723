import { and, eq, isNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { areas, productLines } from '#db/schema/organisation.ts'

/**
 * Throws invalid, beside its field, unless the product line is open and the area, if any, is an open one of it.
 * Neither can be put away until the transaction ends.
 */
export async function checkPlace(
  ctx: Pick<Context, 'db'>,
  { productLineId, areaId }: { productLineId: number; areaId?: number | null },
): Promise<void> {
  const [line] = await ctx.db
    .select({ id: productLines.id })
    .from(productLines)
    .where(and(eq(productLines.id, productLineId), isNull(productLines.archivedAt)))
    .for('share')
  if (!line) throw invalid('Choose a product line of the list.', 'productLineId')
  if (areaId == null) return
  const [area] = await ctx.db
    .select({ id: areas.id })
    .from(areas)
    .where(
      and(eq(areas.id, areaId), eq(areas.productLineId, productLineId), isNull(areas.archivedAt)),
    )
    .for('share')
  if (!area) throw invalid('The area belongs to another product line.', 'areaId')
}
