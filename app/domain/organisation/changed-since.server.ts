import { and, desc, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { conflict, type DomainError } from '#app/domain/errors.ts'
import type { DomainEvent } from '#app/domain/events.server.ts'
import { events } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'

/**
 * The refusal for who saved over a setting that was changed since they opened it: who did, and how it is now.
 * The form keeps what was typed, and carries the new version the second time.
 */
export async function changedSince(
  { db }: Pick<Context, 'db'>,
  [subjectType, subjectId]: DomainEvent['subject'],
  isNow: string,
): Promise<DomainError> {
  const [last] = await db
    .select({ who: people.name })
    .from(events)
    .innerJoin(people, eq(people.id, events.actorId))
    .where(and(eq(events.subjectType, subjectType), eq(events.subjectId, String(subjectId))))
    .orderBy(desc(events.id))
    .limit(1)
  return conflict(
    `${last?.who ?? 'Somebody else'} changed the settings since you opened this. It is now: ${isNow}. What you entered is still here; save again to put it in place of theirs.`,
  )
}

/** Pairs of a setting as they are told: `Proposal 40, Won 100`. */
export function pairsText(pairs: readonly (readonly [string, number | undefined])[]): string {
  const told = pairs.map(([name, value]) => `${name} ${value}`)
  return told.length > 0 ? told.join(', ') : 'empty'
}
