import { and, asc, eq } from 'drizzle-orm'

import { fold } from '#app/lib/fold.ts'
import type { Executor } from '#db/client.ts'
import { events } from '#db/schema/organisation.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'
import { makeAccount, makeCompany, makeItem, makePerson, NOW } from '#tests/support/company.ts'

type NewRequest = Partial<typeof requests.$inferInsert>

/** A company with an account, an item and a new feature request; `pm` triages, `csm` does not. */
export async function makeTriage(db: Executor, values: NewRequest = {}) {
  const company = await makeCompany(db)
  const accountId = await makeAccount(db, { name: 'Tauern Spedition' })
  const itemId = await makeItem(db, { productLineId: company.lineId, title: 'SSO/SAML' })
  const add = (more: NewRequest = {}) =>
    makeRequest(db, {
      accountId,
      submittedBy: company.csm.id,
      productLineId: company.lineId,
      ...more,
    })
  const requestId = await add(values)
  const manager = await makePerson(db, { name: 'Aylin Demir', team: 'cs', role: 'manager' })
  return {
    ...company,
    accountId,
    itemId,
    requestId,
    target: { requestId, version: 1 },
    triage: company.as(company.pm),
    outside: company.as(company.csm),
    manager,
    add,
  }
}

async function makeRequest(
  db: Executor,
  values: NewRequest & { accountId: number; submittedBy: number; productLineId: number },
): Promise<number> {
  const title = values.title ?? 'Sign-in through Entra ID'
  const body = values.body ?? 'From June nobody may use a separate password.'
  const [row] = await db
    .insert(requests)
    .values({
      title,
      body,
      titleFold: fold(title),
      bodyFold: fold(body),
      source: 'email',
      type: 'feature_request',
      importance: 'major',
      evidence: 'customer_said',
      createdAt: NOW,
      confirmedAt: NOW,
      answerDueAt: new Date('2026-01-22T09:30:00Z'),
      ...values,
    })
    .returning({ id: requests.id })
  if (!row) throw new Error('The request was not written')
  return row.id
}

/** The row of a request. */
export async function readRequest(db: Executor, requestId: number) {
  const [row] = await db.select().from(requests).where(eq(requests.id, requestId))
  if (!row) throw new Error(`REQ-${requestId} is gone`)
  return row
}

/** The decisions on a request, oldest first. */
export function decisionsOn(db: Executor, requestId: number) {
  return db
    .select()
    .from(requestDecisions)
    .where(eq(requestDecisions.requestId, requestId))
    .orderBy(asc(requestDecisions.id))
}

/** Names of the events on a request, oldest first. */
export async function eventsOn(db: Executor, requestId: number): Promise<string[]> {
  const rows = await db
    .select({ name: events.name })
    .from(events)
    .where(and(eq(events.subjectType, 'request'), eq(events.subjectId, String(requestId))))
    .orderBy(asc(events.id))
  return rows.map(({ name }) => name)
}

/** All events since the company was made: exactly one a command. */
export async function countEvents(db: Executor): Promise<number> {
  return db.$count(events)
}
