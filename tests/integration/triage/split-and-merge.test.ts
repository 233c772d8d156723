import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { decideCommercially } from '#app/domain/triage/decide-commercially.server.ts'
import { fastLane } from '#app/domain/triage/fast-lane.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { linkToNewItem } from '#app/domain/triage/link-to-new-item.server.ts'
import { mergeDuplicate } from '#app/domain/triage/merge-duplicate.server.ts'
import { moveRequest } from '#app/domain/triage/move-request.server.ts'
import { splitRequest } from '#app/domain/triage/split-request.server.ts'
import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import { items } from '#db/schema/items.ts'
import { areas } from '#db/schema/organisation.ts'
import { requestContracts, requests } from '#db/schema/requests.ts'
import {
  makeAccount,
  makeContract,
  makeItem,
  makeLine,
  makePerson,
  NOW,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { decisionsOn, makeTriage, readRequest } from './world.ts'

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

describe('a split', () => {
  test('makes a request of each part, of the same account and at the same stake', async ({
    db,
  }) => {
    const { triage, target, requestId, itemId, accountId } = await makeTriage(db, {
      stakeMode: 'chosen',
      contactName: 'Jürgen Pichler',
    })
    const contractId = await makeContract(db, { accountId })
    await db.insert(requestContracts).values({ requestId, contractId })
    await splitRequest(triage, {
      ...target,
      parts: [
        { title: 'Single sign-on', body: 'no separate password' },
        { title: 'User upload', body: 'all users from one file', itemId },
      ],
    })

    expect(await readRequest(db, requestId)).toMatchObject({
      title: 'Single sign-on',
      body: 'no separate password',
      state: 'new',
      firstAnsweredAt: null,
    })
    const [part, ...rest] = await db
      .select()
      .from(requests)
      .where(eq(requests.splitFromId, requestId))
      .orderBy(asc(requests.id))
    expect(rest).toEqual([])
    expect(part).toMatchObject({
      title: 'User upload',
      bodyFold: 'all users from one file',
      accountId,
      contactName: 'Jürgen Pichler',
      state: 'linked',
      itemId,
      firstAnsweredAt: NOW,
      createdAt: NOW,
      version: 1,
    })
    const stake = await db
      .select({ contractId: requestContracts.contractId })
      .from(requestContracts)
      .where(eq(requestContracts.requestId, part?.id ?? 0))
    expect(stake).toEqual([{ contractId }])
    expect(await decisionsOn(db, part?.id ?? 0)).toMatchObject([
      { kind: 'link', itemId, otherRequestId: requestId },
    ])
  })

  test('is undone with its parts', async ({ db }) => {
    const { triage, target, itemId } = await makeTriage(db)
    const { decisionId } = await splitRequest(triage, {
      ...target,
      parts: [
        { title: 'One', body: 'one', itemId },
        { title: 'Two', body: 'two', itemId },
      ],
    })
    expect(await db.$count(requests)).toBe(2)
    await undoDecision(triage, { decisionId })
    expect(await db.$count(requests)).toBe(1)
  })

  test('links no part of a question, and says so beside it', async ({ db }) => {
    const { triage, target, itemId } = await makeTriage(db, { type: 'question' })
    const parts = [
      { title: 'One', body: 'one' },
      { title: 'Two', body: 'two', itemId },
    ]
    expect(await refusalOf(splitRequest(triage, { ...target, parts }))).toMatchObject({
      code: 'invalid',
      fields: { 'parts[1].itemId': [expect.any(String)] },
    })
    expect(await db.$count(requests)).toBe(1)
  })
})

describe('a merge', () => {
  test('stays within the account', async ({ db }) => {
    const { triage, target, add } = await makeTriage(db)
    const elsewhere = await add({ accountId: await makeAccount(db) })
    expect(
      await refusalOf(mergeDuplicate(triage, { ...target, otherId: elsewhere })),
    ).toMatchObject({ code: 'invalid', fields: { otherId: [expect.any(String)] } })
  })

  test('finds the other request', async ({ db }) => {
    const { triage, target } = await makeTriage(db)
    expect(await refusalOf(mergeDuplicate(triage, { ...target, otherId: 9_999 }))).toMatchObject({
      code: 'invalid',
      message: 'REQ-9999 does not exist.',
    })
  })

  test('in opposite directions at once leaves one of the two', async ({ committedDb: db }) => {
    const { triage, requestId, add } = await makeTriage(db)
    const other = await add()
    const outcomes = await Promise.allSettled([
      mergeDuplicate(triage, { requestId, version: 1, otherId: other }),
      mergeDuplicate(triage, { requestId: other, version: 1, otherId: requestId }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const states = [await readRequest(db, requestId), await readRequest(db, other)]
    expect(states.map(({ state }) => state).sort()).toEqual(['duplicate', 'new'])
  })
})

describe('links', () => {
  test('go to no item that was merged away, and to none that is not there', async ({ db }) => {
    const { triage, target, itemId, lineId } = await makeTriage(db)
    const into = await makeItem(db, { productLineId: lineId })
    await db.update(items).set({ mergedIntoId: into }).where(eq(items.id, itemId))
    expect(await refusalOf(linkToItem(triage, { ...target, itemId }))).toMatchObject({
      code: 'invalid',
      message: `ITEM-${itemId} was merged into ITEM-${into}. Link to that one.`,
    })
    expect(await refusalOf(linkToItem(triage, { ...target, itemId: 9_999 }))).toMatchObject({
      message: 'ITEM-9999 does not exist.',
    })
  })

  test('to a new item keep what was said about it', async ({ db }) => {
    const { triage, target, lineId, pm, requestId } = await makeTriage(db)
    await linkToNewItem(triage, {
      ...target,
      title: 'Tekil oturum açma, IŞIK',
      description: 'With the company account.',
      type: 'feature_request',
      productLineId: lineId,
      ownerId: pm.id,
      costLow: 2,
      costLikely: 4,
      costHigh: 9,
    })
    const { itemId } = await readRequest(db, requestId)
    expect(await itemRow(db, itemId ?? 0)).toMatchObject({
      title: 'Tekil oturum açma, IŞIK',
      titleFold: 'tekil oturum acma, isik',
      description: 'With the company account.',
      ownerId: pm.id,
      costLow: 2,
      costLikely: 4,
      costHigh: 9,
      status: 'candidate',
      createdBy: pm.id,
    })
  })

  test('to a new item want an owner in Product and an area of its line', async ({ db }) => {
    const { triage, target, lineId, csm } = await makeTriage(db)
    const other = await makeLine(db, 'Fleet')
    const [area] = await db
      .insert(areas)
      .values({ productLineId: other, name: 'Driver app' })
      .returning({ id: areas.id })
    const item = { title: 'SSO', type: 'feature_request', productLineId: lineId } as const
    expect(
      await refusalOf(linkToNewItem(triage, { ...target, ...item, ownerId: csm.id })),
    ).toMatchObject({ code: 'invalid', fields: { ownerId: [expect.any(String)] } })
    expect(
      await refusalOf(linkToNewItem(triage, { ...target, ...item, areaId: area?.id })),
    ).toMatchObject({ code: 'invalid', fields: { areaId: [expect.any(String)] } })
    expect(
      await refusalOf(moveRequest(triage, { ...target, productLineId: lineId, areaId: area?.id })),
    ).toMatchObject({ code: 'invalid', fields: { areaId: [expect.any(String)] } })
  })

  test('of a bug in the fast lane mark its item', async ({ db }) => {
    const { triage, target, requestId } = await makeTriage(db, { type: 'bug', title: 'Webhook' })
    await fastLane(triage, target)
    const { itemId } = await readRequest(db, requestId)
    expect(await itemRow(db, itemId ?? 0)).toMatchObject({
      title: 'Webhook',
      type: 'bug',
      fastLane: true,
    })
  })
})

describe('a commercial decision', () => {
  test('lets the change be linked once it is accepted, by whoever was asked', async ({ db }) => {
    const { triage, as, target, requestId, itemId } = await makeTriage(db, {
      type: 'change_request',
    })
    const asked = await makePerson(db, { team: 'other' })
    const bystander = await makePerson(db, { team: 'other' })
    await decideCommercially(triage, { ...target, step: 'ask', ownerId: asked.id })
    const accept = { requestId, version: 2, step: 'accept', billable: 'yes' } as const
    expect(await refusalOf(decideCommercially(as(bystander), accept))).toMatchObject({
      code: 'forbidden',
    })
    expect(await refusalOf(decideCommercially(triage, { ...accept, amount: 100 }))).toMatchObject({
      code: 'invalid',
      fields: { currency: [expect.any(String)] },
    })
    await decideCommercially(as(asked), { ...accept, amount: 1250.5, currency: 'EUR' })
    expect((await decisionsOn(db, requestId)).at(-1)).toMatchObject({
      billable: true,
      amountMinor: 125_050,
      currency: 'EUR',
    })

    await linkToItem(triage, { requestId, version: 3, itemId })
    expect((await readRequest(db, requestId)).state).toBe('linked')
  })

  test('that is undone no longer lets the change be linked', async ({ db }) => {
    const { triage, target, requestId, itemId, pm } = await makeTriage(db, {
      type: 'change_request',
    })
    await decideCommercially(triage, { ...target, step: 'ask', ownerId: pm.id })
    const accepted = await decideCommercially(triage, {
      requestId,
      version: 2,
      step: 'accept',
      billable: 'no',
    })
    await undoDecision(triage, accepted)
    expect(await refusalOf(linkToItem(triage, { requestId, version: 4, itemId }))).toMatchObject({
      message: `REQ-${requestId} waits for a commercial decision.`,
    })
  })
})

async function itemRow(db: Parameters<typeof makeTriage>[0], itemId: number) {
  const [row] = await db.select().from(items).where(eq(items.id, itemId))
  if (!row) throw new Error(`ITEM-${itemId} is gone`)
  return row
}
