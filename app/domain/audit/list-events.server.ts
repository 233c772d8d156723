import { TZDate } from '@date-fns/tz'
import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events, productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { polls } from '#db/schema/polls.ts'
import { profiles } from '#db/schema/profiles.ts'

import { cursorOf, type AuditFilters } from './schemas.ts'

const PAGE = 50

export type AuditRow = {
  id: number
  at: Date
  actor: string | null
  name: string
  subjectType: string
  subjectId: string
  /** What the person, account, profile or poll that it is about is called. */
  subjectName: string | null
  data: Record<string, unknown>
}

/** One page of the audit log, the newest first, and the cursor of the page after it (null at the end). */
export async function listEvents(
  ctx: Context,
  filters: AuditFilters,
): Promise<{ rows: AuditRow[]; before: string | null }> {
  authorize(ctx, 'audit.read')
  const { timeZone } = await getOrganisation(ctx)
  const { who, what, from, to, before } = filters
  const found = await ctx.db
    .select({
      id: events.id,
      at: events.at,
      actor: people.name,
      name: events.name,
      subjectType: events.subjectType,
      subjectId: events.subjectId,
      data: events.data,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        who ? eq(events.actorId, who) : undefined,
        what ? eq(events.name, what) : undefined,
        from ? gte(events.at, startOf(from, timeZone)) : undefined,
        to ? lt(events.at, startOf(addDays(to, 1), timeZone)) : undefined,
        before
          ? sql`(${events.at}, ${events.id}) < (${before.at.toISOString()}::timestamptz, ${before.id})`
          : undefined,
      ),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(PAGE + 1)
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  const names = await namesOf(ctx, page)
  const rows = page.map((row) => ({
    ...row,
    subjectName: names.get(`${row.subjectType} ${row.subjectId}`) ?? null,
  }))
  return { rows, before: found.length > PAGE && last ? cursorOf(last) : null }
}

/** Names of the people, accounts, profiles and polls that the events are about, by type and number. */
async function namesOf(
  { db }: Context,
  rows: readonly { subjectType: string; subjectId: string }[],
): Promise<Map<string, string>> {
  const idsOf = (type: string) =>
    rows.filter((row) => row.subjectType === type).map((row) => Number(row.subjectId))
  const [persons, companies, versions, asked] = await Promise.all([
    db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(inArray(people.id, idsOf('person'))),
    db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(inArray(accounts.id, idsOf('account'))),
    db
      .select({ id: profiles.id, line: productLines.name, number: profiles.number })
      .from(profiles)
      .innerJoin(productLines, eq(productLines.id, profiles.productLineId))
      .where(inArray(profiles.id, idsOf('profile'))),
    db
      .select({ id: polls.id, line: productLines.name, number: polls.number })
      .from(polls)
      .innerJoin(productLines, eq(productLines.id, polls.productLineId))
      .where(inArray(polls.id, idsOf('poll'))),
  ])
  return new Map([
    ...persons.map(({ id, name }) => [`person ${id}`, name] as const),
    ...companies.map(({ id, name }) => [`account ${id}`, name] as const),
    ...versions.map(
      ({ id, line, number }) => [`profile ${id}`, `${line}, profile version ${number}`] as const,
    ),
    ...asked.map(({ id, line, number }) => [`poll ${id}`, `${line}, poll ${number}`] as const),
  ])
}

/** The first moment of a day in the organisation's time zone. */
function startOf(day: IsoDate, timeZone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(new TZDate(year, month - 1, date, timeZone).getTime())
}

/** Names of what has happened so far, for the filter. */
export async function listEventNames(ctx: Context): Promise<string[]> {
  authorize(ctx, 'audit.read')
  const rows = await ctx.db
    .selectDistinct({ name: events.name })
    .from(events)
    .orderBy(asc(events.name))
    .limit(500)
  return rows.map(({ name }) => name)
}

/** Everybody who may stand in the log, also those who left. */
export function listActors(ctx: Context): Promise<{ id: number; name: string }[]> {
  authorize(ctx, 'audit.read')
  return ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .orderBy(asc(people.nameFold), asc(people.id))
    .limit(1_000)
}
