import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { Role, Team } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { invitations, people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'

import { OPEN_REQUEST_STATES } from './holdings.ts'
import { openInvitation } from './open-links.server.ts'

/** One organisation's people fit on one page; the limit is there against the unexpected. */
const LIMIT = 1_000

export type PersonRow = {
  id: number
  name: string
  email: string
  role: Role
  team: Team
  deactivatedAt: Date | null
  accounts: number
  openRequests: number
  items: number
}

/** Everybody, the active first, with what each looks after. */
export async function listPeople(ctx: Context): Promise<PersonRow[]> {
  authorize(ctx, 'people.manage')
  return selectPeople(ctx)
    .orderBy(sql`${people.deactivatedAt} is not null`, asc(people.nameFold), asc(people.id))
    .limit(LIMIT)
}

/** One person with what they look after. Throws not_found. */
export async function getPerson(ctx: Context, personId: number): Promise<PersonRow> {
  authorize(ctx, 'people.manage')
  const [person] = await selectPeople(ctx).where(eq(people.id, personId))
  if (!person) throw notFound('This person')
  return person
}

function selectPeople({ db }: Context) {
  return db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: people.role,
      team: people.team,
      deactivatedAt: people.deactivatedAt,
      accounts: db.$count(accounts, eq(accounts.ownerId, people.id)),
      openRequests: db.$count(
        requests,
        and(eq(requests.submittedBy, people.id), inArray(requests.state, [...OPEN_REQUEST_STATES])),
      ),
      items: db.$count(items, eq(items.ownerId, people.id)),
    })
    .from(people)
}

export type InvitationRow = {
  id: number
  email: string
  role: Role
  team: Team
  /** In the organisation's time zone. */
  expiresOn: IsoDate
  invitedBy: string
}

/** Invitations that can still be accepted, the newest first. */
export async function listOpenInvitations(ctx: Context): Promise<InvitationRow[]> {
  authorize(ctx, 'people.manage')
  const { timeZone } = await getOrganisation(ctx)
  const rows = await ctx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      team: invitations.team,
      expiresAt: invitations.expiresAt,
      invitedBy: people.name,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(openInvitation(ctx))
    .orderBy(desc(invitations.id))
    .limit(LIMIT)
  return rows.map(({ expiresAt, ...row }) => ({ ...row, expiresOn: dayIn(timeZone, expiresAt) }))
}

/** Active people by name, for choosing an owner. */
export async function listActivePeople(
  ctx: Context,
): Promise<{ id: number; name: string; role: Role; team: Team }[]> {
  authorize(ctx, 'read')
  return ctx.db
    .select({ id: people.id, name: people.name, role: people.role, team: people.team })
    .from(people)
    .where(isNull(people.deactivatedAt))
    .orderBy(asc(people.nameFold), asc(people.id))
    .limit(LIMIT)
}
