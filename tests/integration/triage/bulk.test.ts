import { expect } from 'vitest'

import { bulkDecide, bulkUndo } from '#app/domain/triage/bulk-decide.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { makeLine } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { decisionsOn, eventsOn, makeTriage, readRequest } from './world.ts'

test('decides what it can, and lists what it cannot with the reason', async ({ db }) => {
  const { triage, requestId, itemId, add } = await makeTriage(db)
  const question = await add({ type: 'question' })
  const taken = await add()
  await linkToItem(triage, { requestId: taken, version: 1, itemId })
  const second = await add()

  const result = await bulkDecide(triage, {
    decision: 'link',
    itemId,
    requests: [second, taken, question, requestId].map((id) => ({ requestId: id, version: 1 })),
  })

  expect(result.decided.map((row) => row.requestId)).toEqual([requestId, second])
  expect(result.refused).toEqual([
    {
      requestId: question,
      why: 'A question is answered, not linked. Give it another type first.',
    },
    {
      requestId: taken,
      why: `Jonas Weber linked REQ-${taken} to ITEM-${itemId} just now. Your decision was not saved.`,
    },
  ])
  expect(await readRequest(db, requestId)).toMatchObject({ state: 'linked', itemId })
  expect(await readRequest(db, question)).toMatchObject({ state: 'new', version: 1 })
  expect(await eventsOn(db, requestId)).toEqual(['request.linked'])
  expect(await eventsOn(db, question)).toEqual([])
})

test('declines and moves', async ({ db }) => {
  const { triage, requestId, add } = await makeTriage(db)
  const requests = [requestId, await add()].map((id) => ({ requestId: id, version: 1 }))
  const fleet = await makeLine(db, 'Fleet')
  const moved = await bulkDecide(triage, { decision: 'move', requests, productLineId: fleet })
  expect(moved.refused).toEqual([])
  expect(await readRequest(db, requestId)).toMatchObject({ productLineId: fleet })

  await bulkDecide(triage, {
    decision: 'decline',
    requests: requests.map((one) => ({ ...one, version: 2 })),
    reason: 'not_our_market',
    words: 'We do not go there.',
    condition: 'we open a branch',
  })
  expect((await decisionsOn(db, requestId)).at(-1)).toMatchObject({
    kind: 'decline',
    reasonCode: 'not_our_market',
    words: 'We do not go there.',
    revisitCondition: 'we open a branch',
  })
})

test('is undone as far as nothing has happened since', async ({ db }) => {
  const { triage, requestId, itemId, add } = await makeTriage(db)
  const other = await add()
  const fleet = await makeLine(db, 'Fleet')
  const { decided } = await bulkDecide(triage, {
    decision: 'move',
    productLineId: fleet,
    requests: [requestId, other].map((id) => ({ requestId: id, version: 1 })),
  })
  await linkToItem(triage, { requestId: other, version: 2, itemId })

  const result = await bulkUndo(triage, {
    decisionIds: decided.map(({ decisionId }) => decisionId),
  })
  expect(result.undone).toBe(1)
  expect(result.refused).toEqual([
    `Jonas Weber linked REQ-${other} to ITEM-${itemId} just now. It stays as it is.`,
  ])
  expect((await readRequest(db, requestId)).productLineId).not.toBe(fleet)
  expect(await readRequest(db, other)).toMatchObject({ productLineId: fleet, state: 'linked' })
})

test('is for those who triage', async ({ db }) => {
  const { outside, requestId, itemId } = await makeTriage(db)
  const input = {
    decision: 'link',
    itemId,
    requests: [{ requestId, version: 1 }],
  } as const
  await expect(
    bulkDecide(outside, { ...input, requests: [...input.requests] }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(bulkUndo(outside, { decisionIds: [1] })).rejects.toMatchObject({ code: 'forbidden' })
})
