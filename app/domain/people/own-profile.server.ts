import { eq } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { fold } from '#app/lib/fold.ts'
import type { Theme } from '#db/constants.ts'
import { people } from '#db/schema/people.ts'

import { endSessions } from './sessions.server.ts'

/** Changes one's own name. */
export async function rename(ctx: Context, { name }: { name: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .update(people)
      .set({ name, nameFold: fold(name) })
      .where(eq(people.id, ctx.actor.id))
    await recordEvent(ctx, {
      name: 'person.renamed',
      subject: ['person', ctx.actor.id],
      data: { from: ctx.actor.name, to: name },
    })
  })
}

/** Light, dark, or as the system has it; kept with the person, for every device. */
export async function setTheme(ctx: Context, { theme }: { theme: Theme }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.update(people).set({ theme }).where(eq(people.id, ctx.actor.id))
    await recordEvent(ctx, {
      name: 'person.theme_chosen',
      subject: ['person', ctx.actor.id],
      data: { theme },
    })
  })
}

/** Ends every session of oneself, this one too. */
export async function signOutEverywhere(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await endSessions(ctx, ctx.actor.id)
    await recordEvent(ctx, {
      name: 'person.signed_out_everywhere',
      subject: ['person', ctx.actor.id],
    })
  })
}
