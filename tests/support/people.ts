import { asc } from 'drizzle-orm'

import type { SessionPerson } from '#app/auth/lucia.server.ts'
import type { Actor, Context } from '#app/domain/context.ts'
import { DomainError } from '#app/domain/errors.ts'
import { hashPassword } from '#app/lib/passwords.server.ts'
import type { Executor } from '#db/client.ts'
import { events } from '#db/schema/organisation.ts'
import { sessions } from '#db/schema/people.ts'

import { makeCompany, makePerson, NOW } from './company.ts'

export const PASSWORD = 'a long enough password'

let encoded: Promise<string> | undefined
/** Hashing takes long, so it is done once. */
export const passwordHash = () => (encoded ??= hashPassword(PASSWORD))

/** The example company with two admins. */
export async function makeAdministration(db: Executor) {
  const company = await makeCompany(db)
  const values = { role: 'admin', team: 'other', passwordHash: await passwordHash() } as const
  const admin = await makePerson(db, { name: 'Ada Admin', email: 'ada@example.com', ...values })
  const other = await makePerson(db, { name: 'Otto Admin', email: 'otto@example.com', ...values })
  return { ...company, admin, other, anonymous: { db, now: NOW } }
}

/** Names, subjects, actors and data of the events so far, the oldest first. */
export function eventsOf(db: Executor) {
  return db
    .select({
      name: events.name,
      subjectType: events.subjectType,
      subjectId: events.subjectId,
      actorId: events.actorId,
      data: events.data,
    })
    .from(events)
    .orderBy(asc(events.id))
}

/** A session of a person, as the table holds it. */
export async function makeSession(db: Executor, personId: number, id: string): Promise<void> {
  const expiresAt = new Date(NOW.getTime() + 86_400_000)
  await db.insert(sessions).values({ id, userId: personId, expiresAt })
}

/** What a refused command says: its code, and the field it belongs beside. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof DomainError) return [error.code, ...Object.keys(error.fields)].join(' ')
    throw error
  }
  return 'done'
}

/** Outcomes of commands that run at once, sorted: exactly one of them may win. */
export async function race(...works: Promise<unknown>[]): Promise<string[]> {
  return (await Promise.all(works.map(refusal))).sort()
}

/** A person as the session tells of them. */
export function signedIn(actor: Actor): SessionPerson {
  return { ...actor, email: 'somebody@example.com', theme: 'system' }
}

/** The context of everybody who must not manage people: each role but admin. */
export async function nonAdmins(db: Executor): Promise<Context[]> {
  const roles = ['viewer', 'contributor', 'manager'] as const
  const people = await Promise.all(
    roles.map((role) => makePerson(db, { role, team: 'cs', email: `${role}@example.com` })),
  )
  return people.map((actor) => ({ db, actor, now: NOW }))
}
