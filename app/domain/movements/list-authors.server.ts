import { and, desc, eq, gt, inArray, lte, or } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import type { InputChange } from '#app/domain/scoring/input-changes.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { isOneOf } from '#db/batch.ts'
import { changes } from '#db/schema/accounts.ts'
import { events } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import type { ChangeSubject } from '#db/constants.ts'

import type { Point } from './points.ts'

export type Author = { by: string | null; at: Date }

/** The fields of the history that make a fact of the score. */
const HISTORY_FIELDS: Readonly<Record<string, readonly string[]>> = {
  health: ['healthScore', 'healthColour'],
  strategic: ['strategicWeight', 'strategicUntil'],
  amount: ['amount', 'period'],
  currency: ['amount'],
  date: ['renewsOn', 'closesOn'],
  evergreen: ['evergreen'],
  notice: ['noticeDays'],
  win: ['probability', 'stage'],
  there: ['created', 'endedOn', 'startsOn', 'state'],
  cost: ['cost'],
  shipDate: ['shipDate'],
}

/** The record behind a difference; null where none tells who changed it. */
function recordOf({ subject, accountId }: InputChange): { type: ChangeSubject; id: number } | null {
  const number = Number(subject.id.split(':').at(-1))
  switch (subject.type) {
    case 'account':
      return { type: 'account', id: Number(accountId) }
    case 'exposure':
      return { type: subject.id.startsWith('contract:') ? 'contract' : 'opportunity', id: number }
    case 'item':
      return { type: 'item', id: number }
    case 'request':
      return null
  }
}

/** Who last made each difference between two points, and when. */
export async function listAuthors(
  ctx: Pick<Context, 'db'>,
  found: readonly InputChange[],
  span: { from: Point; to: Point },
): Promise<(change: InputChange) => Author | null> {
  const records = found.flatMap((change) => recordOf(change) ?? [])
  const requests = found.flatMap(({ subject }) => (subject.type === 'request' ? subject.id : []))
  const made = await listChanges(ctx, records, span)
  const done = await listEvents(ctx, requests, span)
  return (change) => {
    if (change.subject.type === 'request') return done.get(change.subject.id) ?? null
    const record = recordOf(change)
    const fields = HISTORY_FIELDS[change.field] ?? []
    const row = made.find(
      ({ type, id, field }) => type === record?.type && id === record.id && fields.includes(field),
    )
    return row ? { by: row.by, at: row.at } : null
  }
}

async function listChanges(
  { db }: Pick<Context, 'db'>,
  records: readonly { type: ChangeSubject; id: number }[],
  { from, to }: { from: Point; to: Point },
) {
  if (records.length === 0) return []
  const subjects = [...groupBy(records, ({ type }) => type)].map(([type, own]) => {
    const ids = [...new Set(own.map(({ id }) => id))]
    return and(eq(changes.subjectType, type), isOneOf(changes.subjectId, ids))
  })
  return db
    .select({
      type: changes.subjectType,
      id: changes.subjectId,
      field: changes.field,
      by: people.name,
      at: changes.changedAt,
    })
    .from(changes)
    .leftJoin(people, eq(people.id, changes.changedBy))
    .where(and(or(...subjects), gt(changes.changedAt, from.at), lte(changes.changedAt, to.at)))
    .orderBy(desc(changes.id))
}

/** The last thing that happened to each request. */
async function listEvents(
  { db }: Pick<Context, 'db'>,
  requestIds: readonly string[],
  { from, to }: { from: Point; to: Point },
): Promise<Map<string, Author>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([events.subjectId], { id: events.subjectId, by: people.name, at: events.at })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.subjectType, 'request'),
        inArray(events.subjectId, [...new Set(requestIds)]),
        gt(events.at, from.at),
        lte(events.at, to.at),
      ),
    )
    .orderBy(events.subjectId, desc(events.id))
  return new Map(rows.map(({ id, ...author }) => [id, author]))
}
