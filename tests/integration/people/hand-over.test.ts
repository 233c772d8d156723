import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { handOver } from '#app/domain/people/hand-over.server.ts'
import { fold } from '#app/lib/fold.ts'
import type { Executor } from '#db/client.ts'
import { accounts, changes } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import { makeAccount, makeItem, makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, makeAdministration, nonAdmins, race, refusal } from '#tests/support/people.ts'

async function makeRequest(
  db: Executor,
  values: Pick<
    typeof requests.$inferInsert,
    'accountId' | 'submittedBy' | 'productLineId' | 'state'
  >,
): Promise<number> {
  const title = 'Sign in through Entra ID'
  const [row] = await db
    .insert(requests)
    .values({
      title,
      body: title,
      titleFold: fold(title),
      bodyFold: fold(title),
      source: 'call',
      type: 'feature_request',
      importance: 'major',
      evidence: 'none',
      answerDueAt: NOW,
      ...values,
    })
    .returning({ id: requests.id })
  return row?.id ?? 0
}

/** Selin's two accounts, an open and an answered request of hers, and an item; an account of another. */
async function makeHoldings(db: Executor) {
  const administration = await makeAdministration(db)
  const { csm, pm, lineId } = administration
  const accountIds = [
    await makeAccount(db, { ownerId: csm.id }),
    await makeAccount(db, { ownerId: csm.id }),
  ]
  const [accountId = 0] = accountIds
  const foreign = await makeAccount(db, { ownerId: pm.id })
  const common = { accountId, submittedBy: csm.id, productLineId: lineId }
  const open = await makeRequest(db, { ...common, state: 'waiting' })
  const answered = await makeRequest(db, { ...common, state: 'answered' })
  // From before Selin came to CS.
  const item = await makeItem(db, { productLineId: lineId, ownerId: csm.id })
  const heir = await makePerson(db, { name: 'Mert Kaya' })
  return { ...administration, heir, accountIds, foreign, open, answered, item }
}

async function ownerOf(db: Executor, itemId: number) {
  const [item] = await db.select({ ownerId: items.ownerId }).from(items).where(eq(items.id, itemId))
  return item?.ownerId
}

describe('handOver', () => {
  test('gives accounts and open requests in one step, counted in one event', async ({ db }) => {
    const { admin, csm, pm, heir, as, accountIds, foreign, open, answered, item } =
      await makeHoldings(db)

    const counts = await handOver(as(admin), { fromId: csm.id, toId: heir.id })

    expect(counts).toEqual({ accounts: 2, requests: 1, items: 0 })
    const owners = await db
      .select({ id: accounts.id, ownerId: accounts.ownerId })
      .from(accounts)
      .orderBy(asc(accounts.id))
    expect(owners).toEqual([
      ...accountIds.map((id) => ({ id, ownerId: heir.id })),
      { id: foreign, ownerId: pm.id },
    ])
    const submitters = await db
      .select({ id: requests.id, submittedBy: requests.submittedBy })
      .from(requests)
      .orderBy(asc(requests.id))
    expect(submitters).toEqual([
      { id: open, submittedBy: heir.id },
      { id: answered, submittedBy: csm.id },
    ])
    expect(await ownerOf(db, item)).toBe(csm.id)
    expect(await eventsOf(db)).toEqual([
      {
        name: 'person.handed_over',
        subjectType: 'person',
        subjectId: String(csm.id),
        actorId: admin.id,
        data: { toId: heir.id, accounts: 2, requests: 1, items: 0 },
      },
    ])
  })

  test('gives items and open requests to Product, and leaves the accounts in CS', async ({
    db,
  }) => {
    const { admin, csm, pm, as, item } = await makeHoldings(db)
    expect(await handOver(as(admin), { fromId: csm.id, toId: pm.id })).toEqual({
      accounts: 0,
      requests: 1,
      items: 1,
    })
    expect(await ownerOf(db, item)).toBe(pm.id)
  })

  test.for([
    { team: 'cs', role: 'viewer' },
    { team: 'product', role: 'viewer' },
    { team: 'other', role: 'contributor' },
    { team: 'other', role: 'admin' },
  ] as const)('refuses a $role of $team, who may look after none of it', async (who, { db }) => {
    const { admin, csm, as } = await makeHoldings(db)
    const heir = await makePerson(db, who)
    expect(await refusal(handOver(as(admin), { fromId: csm.id, toId: heir.id }))).toBe(
      'invalid toId',
    )
    expect(await eventsOf(db)).toEqual([])
  })

  test('keeps the change in the history of each record', async ({ db }) => {
    const { admin, csm, pm, heir, as, accountIds, open, item } = await makeHoldings(db)
    await handOver(as(admin), { fromId: csm.id, toId: heir.id })
    await handOver(as(admin), { fromId: csm.id, toId: pm.id })
    const history = await db
      .select({ type: changes.subjectType, id: changes.subjectId, field: changes.field })
      .from(changes)
      .orderBy(asc(changes.id))
    expect(history).toEqual([
      ...accountIds.map((id) => ({ type: 'account', id, field: 'ownerId' })),
      { type: 'request', id: open, field: 'submittedBy' },
      { type: 'item', id: item, field: 'ownerId' },
    ])
    const [one] = await db.select().from(changes).limit(1)
    expect(one).toMatchObject({ before: csm.id, after: heir.id, changedBy: admin.id })
  })

  test('works for somebody who is deactivated already, and refuses such an heir', async ({
    db,
  }) => {
    const { admin, csm, as } = await makeHoldings(db)
    const gone = await makePerson(db, { deactivatedAt: NOW })
    expect(await refusal(handOver(as(admin), { fromId: csm.id, toId: gone.id }))).toBe(
      'invalid toId',
    )
    await makeAccount(db, { ownerId: gone.id })
    expect(await handOver(as(admin), { fromId: gone.id, toId: csm.id })).toEqual({
      accounts: 1,
      requests: 0,
      items: 0,
    })
  })

  test('of two at once one hands over, and the second is told', async ({ committedDb: db }) => {
    const { admin, other, csm, pm, heir, as, item } = await makeHoldings(db)
    await db.update(items).set({ ownerId: pm.id }).where(eq(items.id, item))
    const second = await makePerson(db, { name: 'Deniz Er' })
    const outcomes = await race(
      handOver(as(admin), { fromId: csm.id, toId: heir.id }),
      handOver(as(other), { fromId: csm.id, toId: second.id }),
    )
    expect(outcomes).toEqual(['conflict', 'done'])
    expect(await eventsOf(db)).toHaveLength(1)
  })

  test('is for admins', async ({ db }) => {
    const { csm, heir } = await makeHoldings(db)
    for (const ctx of await nonAdmins(db)) {
      expect(await refusal(handOver(ctx, { fromId: csm.id, toId: heir.id }))).toBe('forbidden')
    }
    expect(await eventsOf(db)).toEqual([])
  })
})
