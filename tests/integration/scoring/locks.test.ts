import { eq, inArray } from 'drizzle-orm'
import { expect } from 'vitest'

import { inTransaction } from '#app/domain/context.ts'
import { undoImport } from '#app/domain/imports/steps.server.ts'
import { mergeItems } from '#app/domain/items/merge-items.server.ts'
import { lockScores, refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { applyDecision } from '#app/domain/triage/decide.server.ts'
import { linkToNewItem } from '#app/domain/triage/link-to-new-item.server.ts'
import { linking } from '#app/domain/triage/link-to-item.server.ts'
import { splitRequest } from '#app/domain/triage/split-request.server.ts'
import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import { makeContract, makeItem } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { untilSomebodyWaits } from '#tests/support/locks.ts'
import { refusal } from '#tests/support/people.ts'

import { importFile, makeImporter, rowsOf, work } from '#tests/integration/imports/world.ts'
import { makeItems } from '#tests/integration/items/world.ts'
import { makeTriage, readRequest } from '#tests/integration/triage/world.ts'

test('a merge that waits for the scores does not keep them from being written', async ({
  committedDb: db,
}) => {
  const { ctx, itemId, otherId } = await makeItems(db)
  const merging = await inTransaction(ctx, async (tx) => {
    await refreshScores(tx, 'all')
    const merge = mergeItems(ctx, {
      ...{ itemId, version: 1, intoId: otherId, intoVersion: 1, reason: 'The same need.' },
    })
    await untilSomebodyWaits(db)
    // Its rows point to both items, which the merge holds.
    await refreshScores(tx, { itemIds: [itemId, otherId] })
    return { outcome: refusal(merge) }
  })
  expect(await merging.outcome).toBe('done')
})

test('an undo that takes an item away and waits for the scores does not keep them from being written', async ({
  committedDb: db,
}) => {
  const { triage, target, lineId, accountId } = await makeTriage(db)
  await makeContract(db, { accountId })
  const place = { title: 'Entra ID', type: 'feature_request', productLineId: lineId } as const
  const { decisionId, itemIds } = await linkToNewItem(triage, { ...target, ...place })
  const undoing = await inTransaction(triage, async (tx) => {
    await lockScores(tx)
    const undo = undoDecision(triage, { decisionId })
    await untilSomebodyWaits(db)
    await refreshScores(tx, { itemIds })
    return { outcome: refusal(undo) }
  })
  expect(await undoing.outcome).toBe('done')
  expect(await db.select().from(items).where(inArray(items.id, itemIds))).toEqual([])
})

test('nor does the undo of a split, which takes parts away', async ({ committedDb: db }) => {
  const { triage, target, lineId, accountId, itemId } = await makeTriage(db)
  const otherId = await makeItem(db, { productLineId: lineId, title: 'SCIM' })
  await makeContract(db, { accountId })
  const [mine, other] = [
    { title: 'Sign-in', body: 'Sign in through Entra ID.', itemId },
    { title: 'Accounts', body: 'Make the accounts by SCIM.', itemId: otherId },
  ]
  const { decisionId } = await splitRequest(triage, { ...target, parts: [mine, other] })
  const undoing = await inTransaction(triage, async (tx) => {
    await lockScores(tx)
    const undo = undoDecision(triage, { decisionId })
    await untilSomebodyWaits(db)
    await refreshScores(tx, { itemIds: [otherId] })
    return { outcome: refusal(undo) }
  })
  expect(await undoing.outcome).toBe('done')
  expect(await db.$count(requests)).toBe(1)
})

test('an item that somebody links to while its undo waits stays', async ({ committedDb: db }) => {
  const { triage, target, lineId, accountId, add } = await makeTriage(db)
  await makeContract(db, { accountId })
  const place = { title: 'Entra ID', type: 'feature_request', productLineId: lineId } as const
  const made = await linkToNewItem(triage, { ...target, ...place })
  const [itemId = 0] = made.itemIds
  const otherId = await add()
  const undoing = await inTransaction(triage, async (tx) => {
    await applyDecision(tx, { requestId: otherId, version: 1 }, linking(itemId))
    const undo = undoDecision(triage, made)
    await untilSomebodyWaits(db)
    return { outcome: refusal(undo) }
  })
  expect(await undoing.outcome).toBe('done')
  expect(await readRequest(db, otherId)).toMatchObject({ state: 'linked', itemId })
})

const TWO = `external_id,name,arr,renewal_date
A-1,Anadolu Lojistik,1000,2026-05-15
A-2,Tauern Spedition,500,2026-05-15
`

test('an undo that waits for the scores does not keep them from being written', async ({
  committedDb: db,
}) => {
  const { ctx } = await makeImporter(db)
  const importId = await importFile(ctx, 'accounts', TWO)
  const ids = (await db.select({ id: accounts.id }).from(accounts)).map(({ id }) => id)
  await undoImport(ctx, importId)
  const undoing = await inTransaction(ctx, async (tx) => {
    await refreshScores(tx, 'all')
    const undo = work(ctx, importId)
    await untilSomebodyWaits(db)
    // Its rows point to the accounts that the undo deletes.
    await refreshScores(tx, { accountIds: ids })
    return { outcome: refusal(undo) }
  })
  expect(await undoing.outcome).toBe('done')
  expect(await db.$count(accounts)).toBe(0)
})

test('an undo leaves what another command holds, which may wait for the scores', async ({
  committedDb: db,
}) => {
  const { ctx } = await makeImporter(db)
  const importId = await importFile(ctx, 'accounts', TWO)
  await undoImport(ctx, importId)
  await inTransaction(ctx, async (tx) => {
    const [held] = await tx.db
      .update(accounts)
      .set({ healthScore: 10 })
      .where(eq(accounts.name, 'Tauern Spedition'))
      .returning({ id: accounts.id })
    await work(ctx, importId)
    await refreshScores(tx, { accountIds: [held?.id ?? 0] })
  })
  expect((await rowsOf(ctx, importId)).map(({ kept }) => kept)).toEqual([
    null,
    'Somebody is working on it, or it is gone.',
  ])
})
