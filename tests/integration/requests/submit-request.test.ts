import { randomUUID } from 'node:crypto'

import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { saveDraft } from '#app/domain/requests/drafts.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import type { Executor } from '#db/client.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { events } from '#db/schema/organisation.ts'
import { drafts, requestContracts, requestOpportunities, requests } from '#db/schema/requests.ts'
import { itemScores } from '#db/schema/scores.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makeLine,
  makeOpportunity,
  makePerson,
  NOW,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

async function makeCase(db: Executor) {
  const company = await makeCompany(db)
  const accountId = await makeAccount(db, { name: 'Tauern Spedition' })
  const input = submission({ accountId, productLineId: company.lineId })
  return { ...company, accountId, input, ctx: company.as(company.csm) }
}

const eventsOf = (db: Executor, id: number) =>
  db
    .select()
    .from(events)
    .where(eq(events.subjectId, String(id)))

describe('submitRequest', () => {
  test('stores what was said, new in triage, with its target and one event', async ({ db }) => {
    const { ctx, input, csm, accountId } = await makeCase(db)
    const { id, created } = await submitRequest(ctx, {
      ...input,
      body: 'IŞIK çok az. Unless we sign in through Entra ID we cannot renew.',
      importance: 'critical',
      contactName: 'Greta Huber',
      contactRole: 'Head of IT',
    })
    expect(created).toBe(true)
    const [row] = await db.select().from(requests).where(eq(requests.id, id))
    expect(row).toMatchObject({
      title: 'IŞIK çok az. Unless we sign in through Entra ID we cannot renew',
      bodyFold: 'isik cok az. unless we sign in through entra id we cannot renew.',
      accountId,
      submittedBy: csm.id,
      contactName: 'Greta Huber',
      state: 'new',
      itemId: null,
      stakeMode: 'default',
      confirmedAt: NOW,
      // Two working days from Thursday are Monday.
      answerDueAt: new Date('2026-01-19T09:30:00Z'),
    })
    expect(await eventsOf(db, id)).toMatchObject([
      { name: 'request.submitted', actorId: csm.id, subjectType: 'request' },
    ])
  })

  test('scores "same as" at once and leaves it in triage', async ({ db }) => {
    const { ctx, input, accountId, lineId } = await makeCase(db)
    await makeContract(db, { accountId })
    const itemId = await makeItem(db, { productLineId: lineId })
    const { id } = await submitRequest(ctx, { ...input, importance: 'blocker', sameAs: itemId })
    const [row] = await db.select().from(requests).where(eq(requests.id, id))
    expect(row).toMatchObject({ state: 'new', itemId })
    const [score] = await db.select().from(itemScores).where(eq(itemScores.itemId, itemId))
    expect(score?.accounts).toBe(1)
    expect(score?.score).toBeGreaterThan(0)
  })

  test('follows a merge to the item that is left', async ({ db }) => {
    const { ctx, input, lineId } = await makeCase(db)
    const kept = await makeItem(db, { productLineId: lineId })
    const merged = await makeItem(db, { productLineId: lineId, mergedIntoId: kept })
    const { id } = await submitRequest(ctx, { ...input, sameAs: merged })
    const [row] = await db.select().from(requests).where(eq(requests.id, id))
    expect(row?.itemId).toBe(kept)
  })

  describe('what is at stake', () => {
    test('follows the rule while nothing was changed by hand', async ({ db }) => {
      const { ctx, input, accountId, lineId } = await makeCase(db)
      const contractId = await makeContract(db, { accountId })
      const { id } = await submitRequest(ctx, {
        ...input,
        contractIds: [contractId],
        stakeFor: lineId,
      })
      const [row] = await db.select().from(requests).where(eq(requests.id, id))
      expect(row?.stakeMode).toBe('default')
      expect(await db.select().from(requestContracts)).toEqual([])
    })

    test('is kept as chosen otherwise, also when nothing is chosen', async ({ db }) => {
      const { ctx, input, accountId, lineId } = await makeCase(db)
      const first = await makeContract(db, { accountId })
      await makeContract(db, { accountId })
      const opportunityId = await makeOpportunity(db, { accountId })
      const chosen = await submitRequest(ctx, {
        ...input,
        contractIds: [first],
        opportunityIds: [opportunityId],
        stakeFor: lineId,
      })
      const none = await submitRequest(ctx, { ...input, stakeFor: lineId })
      const modes = await db.select({ id: requests.id, mode: requests.stakeMode }).from(requests)
      expect(modes).toEqual([
        { id: chosen.id, mode: 'chosen' },
        { id: none.id, mode: 'chosen' },
      ])
      expect(await db.select().from(requestContracts)).toEqual([
        { requestId: chosen.id, contractId: first },
      ])
      expect(await db.select().from(requestOpportunities)).toEqual([
        { requestId: chosen.id, opportunityId },
      ])
    })

    test('is ticked for the product line that the form showed', async ({ db }) => {
      const { ctx, input, accountId, lineId } = await makeCase(db)
      const otherLine = await makeLine(db, 'Mobile')
      const platform = await makeContract(db, { accountId, productLineId: lineId })
      await makeContract(db, { accountId, productLineId: otherLine })
      const { id } = await submitRequest(ctx, {
        ...input,
        productLineId: otherLine,
        contractIds: [platform],
        stakeFor: lineId,
      })
      const [row] = await db.select().from(requests).where(eq(requests.id, id))
      expect(row?.stakeMode).toBe('default')
    })

    test('names the one open opportunity of a prospect', async ({ db }) => {
      const { ctx, input, accountId } = await makeCase(db)
      await db.update(accounts).set({ lifecycle: 'prospect' }).where(eq(accounts.id, accountId))
      const opportunityId = await makeOpportunity(db, { accountId, kind: 'new' })
      await makeOpportunity(db, { accountId, kind: 'new', state: 'lost' })
      const { id } = await submitRequest(ctx, input)
      expect(await db.select().from(requestOpportunities)).toEqual([
        { requestId: id, opportunityId },
      ])
    })

    test('refuses a contract of another account', async ({ db }) => {
      const { ctx, input, lineId } = await makeCase(db)
      const foreign = await makeContract(db, { accountId: await makeAccount(db) })
      await expect(
        submitRequest(ctx, { ...input, contractIds: [foreign], stakeFor: lineId }),
      ).rejects.toMatchObject({ code: 'invalid', fields: { contractIds: [expect.any(String)] } })
    })
  })

  describe('refuses', () => {
    test('an account that is not there, and an archived one', async ({ db }) => {
      const { ctx, input } = await makeCase(db)
      const archived = await makeAccount(db, { archivedAt: NOW })
      for (const accountId of [2_147_483_647, archived]) {
        await expect(submitRequest(ctx, { ...input, accountId })).rejects.toMatchObject({
          code: 'invalid',
          fields: { accountId: [expect.any(String)] },
        })
      }
      expect(await db.select().from(requests)).toEqual([])
    })

    test('an item that is not there', async ({ db }) => {
      const { ctx, input } = await makeCase(db)
      await expect(submitRequest(ctx, { ...input, sameAs: 999 })).rejects.toMatchObject({
        code: 'invalid',
        fields: { sameAs: [expect.any(String)] },
      })
    })

    test('an area of another product line', async ({ db }) => {
      const { ctx, input } = await makeCase(db)
      await expect(submitRequest(ctx, { ...input, areaId: 999 })).rejects.toMatchObject({
        fields: { areaId: [expect.any(String)] },
      })
    })

    test.for([
      ['viewer', 'cs'],
      ['viewer', 'product'],
      ['contributor', 'other'],
      ['admin', 'other'],
    ] as const)('a %s of %s', async ([role, team], { db }) => {
      const { as, input } = await makeCase(db)
      const person = await makePerson(db, { role, team })
      await expect(submitRequest(as(person), input)).rejects.toMatchObject({ code: 'forbidden' })
    })
  })

  describe('the same submission twice', () => {
    test('is one request and one event', async ({ db }) => {
      const { ctx, input } = await makeCase(db)
      const keyed = { ...input, submissionKey: randomUUID() }
      const first = await submitRequest(ctx, keyed)
      expect(await submitRequest(ctx, keyed)).toEqual({ id: first.id, created: false })
      expect(await db.select().from(requests)).toHaveLength(1)
      expect(await eventsOf(db, first.id)).toHaveLength(1)
    })

    test('is two requests when the words differ: another tab with the same draft', async ({
      db,
    }) => {
      const { ctx, input } = await makeCase(db)
      const keyed = { ...input, submissionKey: randomUUID() }
      await submitRequest(ctx, keyed)
      await submitRequest(ctx, { ...keyed, body: 'And something else.' })
      expect(await db.select().from(requests)).toHaveLength(2)
    })

    test('is refused to somebody else', async ({ db }) => {
      const { ctx, as, pm, input } = await makeCase(db)
      const keyed = { ...input, submissionKey: randomUUID() }
      await submitRequest(ctx, keyed)
      await expect(submitRequest(as(pm), keyed)).rejects.toMatchObject({ code: 'conflict' })
    })

    test('is one request when both come at once', async ({ committedDb: db }) => {
      const { ctx, input } = await makeCase(db)
      const keyed = { ...input, submissionKey: randomUUID() }
      const answers = await Promise.all(Array.from({ length: 4 }, () => submitRequest(ctx, keyed)))
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
      expect(answers.filter(({ created }) => created)).toHaveLength(1)
      expect(await db.select().from(requests)).toHaveLength(1)
      expect(await db.select().from(events)).toHaveLength(1)
    })
  })

  test('takes 16 people who submit at once, each with a number of its own', async ({
    committedDb: db,
  }) => {
    const { as, input, accountId, lineId } = await makeCase(db)
    await makeContract(db, { accountId })
    const itemId = await makeItem(db, { productLineId: lineId })
    const people = await Promise.all(Array.from({ length: 16 }, () => makePerson(db)))
    const answers = await Promise.all(
      people.map((person) =>
        submitRequest(as(person), { ...input, submissionKey: randomUUID(), sameAs: itemId }),
      ),
    )
    expect(new Set(answers.map(({ id }) => id)).size).toBe(16)
    expect(await db.select().from(requests)).toHaveLength(16)
    const [score] = await db.select().from(itemScores).where(eq(itemScores.itemId, itemId))
    expect(score?.accounts).toBe(1)
  })

  test('removes the draft of its form', async ({ db }) => {
    const { ctx, input } = await makeCase(db)
    await saveDraft(ctx, { body: input.body })
    await submitRequest(ctx, input)
    expect(await db.select().from(drafts)).toHaveLength(1)
    await submitRequest(ctx, { ...input, submissionKey: randomUUID() })
    expect(await db.select().from(drafts)).toEqual([])
  })

  test('keeps 50,000 characters, emoji and right-to-left text as they are', async ({ db }) => {
    const { ctx, input } = await makeCase(db)
    const body = `👩‍👩‍👧 مرحبا <b>bold</b> ${'ﷺ '.repeat(24_980)}`.trim()
    const { id } = await submitRequest(ctx, { ...input, body })
    const [row] = await db.select().from(requests).where(eq(requests.id, id))
    expect(row?.body).toBe(body)
    expect(await db.select().from(items)).toEqual([])
  })
})
