import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { OPEN_REQUEST_STATES } from '#app/domain/people/holdings.ts'
import { slug, untaken } from '#app/lib/slug.ts'
import { OPEN_ITEM_STATUSES } from '#db/constants.ts'
import { items } from '#db/schema/items.ts'
import { productLines } from '#db/schema/organisation.ts'
import { requests } from '#db/schema/requests.ts'
import { violates } from '#db/violations.ts'

import { changedSince } from './changed-since.server.ts'
import type { RenameProductLineInput } from './schemas.ts'

const TAKEN = 'A product line has this name already.'

/** Every product line, also those that are put away, with how many open requests and items each has. */
export function listProductLinesForSettings(ctx: Context) {
  authorize(ctx, 'settings.manage')
  const { db } = ctx
  return db
    .select({
      id: productLines.id,
      name: productLines.name,
      slug: productLines.slug,
      archivedAt: productLines.archivedAt,
      openRequests: db.$count(requests, openRequestsOf(productLines.id)),
      openItems: db.$count(items, openItemsOf(productLines.id)),
    })
    .from(productLines)
    .orderBy(sql`${productLines.archivedAt} is not null`, asc(productLines.name))
    .limit(200)
}

/** One product line, also when it is put away. Throws not_found. */
export async function getProductLine(ctx: Context, productLineId: number) {
  authorize(ctx, 'settings.manage')
  const [line] = await ctx.db.select().from(productLines).where(eq(productLines.id, productLineId))
  if (!line) throw notFound('This product line')
  return line
}

type LineId = number | typeof productLines.id

const openRequestsOf = (id: LineId) =>
  and(eq(requests.productLineId, id), inArray(requests.state, [...OPEN_REQUEST_STATES]))

const openItemsOf = (id: LineId) =>
  and(
    eq(items.productLineId, id),
    inArray(items.status, [...OPEN_ITEM_STATUSES]),
    isNull(items.mergedIntoId),
  )

/** Adds a product line; its address is made of its name and then stays. */
export async function addProductLine(ctx: Context, { name }: { name: string }): Promise<number> {
  authorize(ctx, 'settings.manage')
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.select({ slug: productLines.slug }).from(productLines)
    const [line] = await ctx.db
      .insert(productLines)
      .values({
        name,
        slug: untaken(slug(name) || 'line', new Set(rows.map((row) => row.slug))),
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: productLines.id })
    if (!line) throw invalid(TAKEN, 'name')
    await recordEvent(ctx, {
      name: 'product_line.added',
      subject: ['product_line', line.id],
      data: { name },
    })
    return line.id
  })
}

/** Gives a product line another name. */
export async function renameProductLine(
  ctx: Context,
  { productLineId, version, name }: RenameProductLineInput,
): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const [line] = await ctx.db
      .select({ name: productLines.name, version: productLines.version })
      .from(productLines)
      .where(and(eq(productLines.id, productLineId), isNull(productLines.archivedAt)))
      .for('update')
    if (!line) throw conflict('This product line was put away meanwhile.')
    if (line.version !== version) {
      throw await changedSince(ctx, ['product_line', productLineId], line.name)
    }
    await ctx.db
      .update(productLines)
      .set({ name, version: version + 1 })
      .where(eq(productLines.id, productLineId))
      .catch((error: unknown) => {
        throw violates(error, 'product_lines_name') ? invalid(TAKEN, 'name') : error
      })
    await recordEvent(ctx, {
      name: 'product_line.renamed',
      subject: ['product_line', productLineId],
      data: { name },
    })
  })
}

/** Puts a product line away: nothing new goes there. Refused while requests or items are open in it. */
export async function archiveProductLine(
  ctx: Context,
  { productLineId }: { productLineId: number },
): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const [archived] = await ctx.db
      .update(productLines)
      .set({ archivedAt: ctx.now })
      .where(and(eq(productLines.id, productLineId), isNull(productLines.archivedAt)))
      .returning({ id: productLines.id })
    if (!archived) throw conflict('This product line is put away already.')
    const openRequests = await ctx.db.$count(requests, openRequestsOf(productLineId))
    const openItems = await ctx.db.$count(items, openItemsOf(productLineId))
    if (openRequests + openItems > 0) {
      throw invalid('Requests or items are open in this product line. Move or close them first.')
    }
    await recordEvent(ctx, {
      name: 'product_line.archived',
      subject: ['product_line', productLineId],
    })
  })
}

/** Takes a product line into use again. */
export async function restoreProductLine(
  ctx: Context,
  { productLineId }: { productLineId: number },
): Promise<void> {
  authorize(ctx, 'settings.manage')
  await inTransaction(ctx, async (ctx) => {
    const [restored] = await ctx.db
      .update(productLines)
      .set({ archivedAt: null })
      .where(and(eq(productLines.id, productLineId), isNotNull(productLines.archivedAt)))
      .returning({ id: productLines.id })
    if (!restored) throw conflict('This product line is in use already.')
    await recordEvent(ctx, {
      name: 'product_line.restored',
      subject: ['product_line', productLineId],
    })
  })
}
