import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { areas, productLines } from '#db/schema/organisation.ts'
import { violates } from '#db/violations.ts'

import { changedSince } from './changed-since.server.ts'
import type { RenameAreaInput } from './schemas.ts'

const TAKEN = 'This product line has an area of that name already.'

/** The areas of a product line by name, those that are put away last. */
export function listAreasForSettings(ctx: Context, productLineId: number) {
  authorize(ctx, 'settings.manage')
  return ctx.db
    .select()
    .from(areas)
    .where(eq(areas.productLineId, productLineId))
    .orderBy(sql`${areas.archivedAt} is not null`, asc(areas.name), asc(areas.id))
    .limit(500)
}

/** Adds an area to a product line in use. */
export async function addArea(
  ctx: Context,
  { productLineId, name }: { productLineId: number; name: string },
): Promise<number> {
  authorize(ctx, 'settings.manage')
  return inTransaction(ctx, async (ctx) => {
    const [line] = await ctx.db
      .select({ id: productLines.id })
      .from(productLines)
      .where(and(eq(productLines.id, productLineId), isNull(productLines.archivedAt)))
      .for('share')
    if (!line) throw conflict('This product line was put away meanwhile.')
    const [area] = await ctx.db
      .insert(areas)
      .values({ productLineId, name })
      .onConflictDoNothing()
      .returning({ id: areas.id })
    if (!area) throw invalid(TAKEN, 'name')
    await recordEvent(ctx, {
      name: 'area.added',
      subject: ['area', area.id],
      data: { productLineId, name },
    })
    return area.id
  })
}

/** Gives an area another name. */
export async function renameArea(
  ctx: Context,
  { areaId, version, name }: RenameAreaInput,
): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const [area] = await ctx.db
      .select({ name: areas.name, version: areas.version })
      .from(areas)
      .where(and(eq(areas.id, areaId), isNull(areas.archivedAt)))
      .for('update')
    if (!area) throw conflict('This area was put away meanwhile.')
    if (area.version !== version) throw await changedSince(ctx, ['area', areaId], area.name)
    await ctx.db
      .update(areas)
      .set({ name, version: version + 1 })
      .where(eq(areas.id, areaId))
      .catch((error: unknown) => {
        throw violates(error, 'areas_name') ? invalid(TAKEN, 'name') : error
      })
    await recordEvent(ctx, { name: 'area.renamed', subject: ['area', areaId], data: { name } })
  })
}

/** Puts an area away: nothing new goes there, and what has it keeps it. */
export async function archiveArea(ctx: Context, { areaId }: { areaId: number }): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const [archived] = await ctx.db
      .update(areas)
      .set({ archivedAt: ctx.now })
      .where(and(eq(areas.id, areaId), isNull(areas.archivedAt)))
      .returning({ id: areas.id })
    if (!archived) throw conflict('This area is put away already.')
    await recordEvent(ctx, { name: 'area.archived', subject: ['area', areaId] })
  })
}

/** Takes an area into use again. */
export async function restoreArea(ctx: Context, { areaId }: { areaId: number }): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const [restored] = await ctx.db
      .update(areas)
      .set({ archivedAt: null })
      .where(and(eq(areas.id, areaId), isNotNull(areas.archivedAt)))
      .returning({ id: areas.id })
    if (!restored) throw conflict('This area is in use already.')
    await recordEvent(ctx, { name: 'area.restored', subject: ['area', areaId] })
  })
}
