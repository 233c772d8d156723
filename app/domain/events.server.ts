import { events } from '#db/schema/organisation.ts'

import type { Actor, Context } from './context.ts'

export type DomainEvent = {
  /** Noun and past participle: `request.submitted`. */
  name: string
  subject: readonly [type: string, id: number | string]
  data?: Record<string, unknown>
}

/** Records who did what; nobody, for what Causeway does of itself. Call once a command, inside its transaction. */
export async function recordEvent(
  ctx: Pick<Context, 'db' | 'now'> & { actor: Pick<Actor, 'id'> | null },
  event: DomainEvent,
): Promise<void> {
  const [subjectType, subjectId] = event.subject
  await ctx.db.insert(events).values({
    at: ctx.now,
    actorId: ctx.actor?.id ?? null,
    name: event.name,
    subjectType,
    subjectId: String(subjectId),
    data: event.data ?? {},
  })
}
