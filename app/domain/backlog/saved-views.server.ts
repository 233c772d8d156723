import { and, eq } from 'drizzle-orm'
import { z } from 'zod'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { line, optionalParagraph } from '#app/lib/fields.ts'
import { savedViews } from '#db/schema/organisation.ts'

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
    if (!view) throw invalid('You have a view of this name already.', 'name')
    await recordEvent(ctx, { name: 'view.saved', subject: ['view', view.id], data: input })
  })
}

/** Takes one of one's own views away. */
export async function removeView(ctx: Context, id: number): Promise<void> {
  authorize(ctx, 'read')
  await inTransaction(ctx, async (ctx) => {
    const [view] = await ctx.db
      .delete(savedViews)
      .where(and(eq(savedViews.id, id), eq(savedViews.ownerId, ctx.actor.id)))
      .returning({ id: savedViews.id, name: savedViews.name })
    if (!view) throw notFound('The view')
    await recordEvent(ctx, {
      name: 'view.removed',
      subject: ['view', view.id],
      data: { name: view.name },
    })
  })
}
