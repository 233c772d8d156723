import { events } from '#db/schema/organisation.ts'

import type { Context } from './context.ts'

export type DomainEvent = {
  /** Noun and past participle: `request.submitted`. */
  name: string
  subject: readonly [type: string, id: number | string]
  data?: Record<string, unknown>
}

/** Records who did what. Call once a command, inside its transaction. */
export async function recordEvent(ctx: Context, event: DomainEvent): Promise<void> {
  const [subjectType, subjectId] = event.subject
  await ctx.db.insert(events).values({
    at: ctx.now,
    actorId: ctx.actor.id,
    name: event.name,
    subjectType,
    subjectId: String(subjectId),
    data: event.data ?? {},
  })
}
