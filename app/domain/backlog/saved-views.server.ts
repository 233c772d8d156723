import { and, eq } from 'drizzle-orm'
import { z } from 'zod'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { line, optionalParagraph } from '#app/lib/fields.ts'
import { savedViews } from '#db/schema/organisation.ts'
import { violates } from '#db/violations.ts'

const TAKEN = 'You have a view of this name already.'

export const saveViewSchema = z.object({
  name: line('Give the view a name.', 60),
  /** The backlog's query string. */
  query: optionalParagraph(2000),
})

/** Keeps the filters, sort and columns of the address under a name of one's own. */
export async function saveView(
  ctx: Context,
  input: z.output<typeof saveViewSchema>,
): Promise<void> {
  authorize(ctx, 'read')
  await inTransaction(ctx, async (ctx) => {
    const [view] = await ctx.db
      .insert(savedViews)
      .values({ ownerId: ctx.actor.id, page: 'backlog', createdAt: ctx.now, ...input })
      .onConflictDoNothing()
      .returning({ id: savedViews.id })
    if (!view) throw invalid(TAKEN, 'name')
    await recordEvent(ctx, { name: 'view.saved', subject: ['view', view.id], data: input })
  })
}

export const renameViewSchema = saveViewSchema.pick({ name: true })

/** Gives one of one's own views another name. @returns what it shows. */
export async function renameView(
  ctx: Context,
  { id, name }: { id: number; name: string },
): Promise<{ query: string }> {
  authorize(ctx, 'read')
  return inTransaction(ctx, async (ctx) => {
    const [view] = await ctx.db
      .update(savedViews)
      .set({ name })
      .where(isOwn(ctx, id))
      .returning({ query: savedViews.query })
      .catch((error: unknown) => {
        throw violates(error, 'saved_views_name') ? invalid(TAKEN, 'name') : error
      })
    if (!view) throw notFound('The view')
    await recordEvent(ctx, { name: 'view.renamed', subject: ['view', id], data: { name } })
    return view
  })
}

/** Takes one of one's own views away. @returns it, so that it can be saved again. */
export async function removeView(
  ctx: Context,
  id: number,
): Promise<{ name: string; query: string }> {
  authorize(ctx, 'read')
  return inTransaction(ctx, async (ctx) => {
    const [view] = await ctx.db
      .delete(savedViews)
      .where(isOwn(ctx, id))
      .returning({ name: savedViews.name, query: savedViews.query })
    if (!view) throw notFound('The view')
    await recordEvent(ctx, { name: 'view.removed', subject: ['view', id], data: view })
    return view
  })
}

function isOwn({ actor }: Context, id: number) {
  return and(eq(savedViews.id, id), eq(savedViews.ownerId, actor.id))
}
