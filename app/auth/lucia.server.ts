import { DrizzlePostgreSQLAdapter, type PostgreSQLUserTable } from '@lucia-auth/adapter-drizzle'
import { Lucia, TimeSpan } from 'lucia'

import { isHttps } from '#app/env.server.ts'
import { hashToken, newToken } from '#app/lib/tokens.server.ts'
import { database } from '#db/client.ts'
import type { Role, Team, Theme } from '#db/constants.ts'
import { people, sessions } from '#db/schema/people.ts'

/** Who is signed in, as every page may know it. */
export type SessionPerson = {
  id: number
  name: string
  email: string
  role: Role
  team: Team
  theme: Theme
}

type PersonColumns = Omit<typeof people.$inferSelect, 'id'>

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, { columns: PersonColumns }>
    UserId: number
    DatabaseUserAttributes: PersonColumns
  }
}

/** A session lives for 14 days after its last use, to within the half that Lucia waits before it writes. */
const LIFETIME = new TimeSpan(14, 'd')

/** The adapter's type wants an id that may be inserted; it inserts no people, and ours come from the database. */
const userTable = people as unknown as PostgreSQLUserTable

/** On the database of the moment: a test substitutes its transaction. */
function lucia() {
  return new Lucia(new DrizzlePostgreSQLAdapter(database(), sessions, userTable), {
    sessionExpiresIn: LIFETIME,
    sessionCookie: {
      name: 'causeway_session',
      attributes: { sameSite: 'lax', path: '/', secure: isHttps() },
    },
    getUserAttributes: (columns) => ({ columns }),
  })
}

/**
 * Whose session the cookie is, and the cookie to send back: a later end, or none when it is void.
 * The cookie holds a token; stored is only its hash, so that a copy of the database opens no session.
 */
export async function findSession(
  cookieHeader: string,
): Promise<{ person: SessionPerson | null; setCookie: string | null }> {
  const auth = lucia()
  const token = auth.readSessionCookie(cookieHeader)
  if (!token) return { person: null, setCookie: null }
  const { session, user } = await auth.validateSession(hashToken(token))
  if (!session || user.columns.deactivatedAt) {
    return { person: null, setCookie: auth.createBlankSessionCookie().serialize() }
  }
  const { name, email, role, team, theme } = user.columns
  return {
    person: { id: user.id, name, email, role, team, theme },
    setCookie: session.fresh ? auth.createSessionCookie(token).serialize() : null,
  }
}

/** Starts a session of its own id, ends the one the browser had, and returns the `Set-Cookie`. */
export async function startSession(personId: number, cookieHeader: string): Promise<string> {
  const auth = lucia()
  await endSession(cookieHeader)
  const token = newToken()
  await auth.createSession(personId, {}, { sessionId: hashToken(token) })
  return auth.createSessionCookie(token).serialize()
}

/** Ends the browser's session and returns the `Set-Cookie` that forgets it. */
export async function endSession(cookieHeader: string): Promise<string> {
  const auth = lucia()
  const token = auth.readSessionCookie(cookieHeader)
  if (token) await auth.invalidateSession(hashToken(token))
  return auth.createBlankSessionCookie().serialize()
}
