import { expect } from 'vitest'

import { inTransaction } from '#app/domain/context.ts'
import { mergeItems } from '#app/domain/items/merge-items.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { test } from '#tests/support/db.ts'
import { untilSomebodyWaits } from '#tests/support/locks.ts'
import { refusal } from '#tests/support/people.ts'

import { makeItems } from '#tests/integration/items/world.ts'

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
