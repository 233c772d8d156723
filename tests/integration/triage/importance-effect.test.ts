import { describe, expect } from 'vitest'

import { getRankedItem } from '#app/domain/backlog/get-ranked-item.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { findImportanceEffect } from '#app/domain/triage/find-importance-effect.server.ts'
import { getTriagedRequest } from '#app/domain/triage/get-facts.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { settleImportance } from '#app/domain/triage/settle-importance.server.ts'
import type { Executor } from '#db/client.ts'
import type { requests } from '#db/schema/requests.ts'
import { makeAccount, makeContract, makeItem } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { makeTriage, readRequest } from './world.ts'

/** A blocker for the CSM and minor for Product, beside an item for which an equal account has a critical one. */
async function makeCase(db: Executor, values: Partial<typeof requests.$inferInsert> = {}) {
  const views = { importance: 'blocker', productImportance: 'minor' } as const
  const world = await makeTriage(db, { ...views, ...values })
  const otherId = await makeItem(db, { productLineId: world.lineId, title: 'Dark mode' })
  const equal = await makeAccount(db, { name: 'Göksu' })
  for (const accountId of [world.accountId, equal]) await makeContract(db, { accountId })
  await world.add({
    ...{ accountId: equal, importance: 'critical', state: 'linked', itemId: otherId },
  })
  await refreshScores(world.triage, 'all')
  return {
    ...world,
    effect: async () =>
      findImportanceEffect(world.triage, await getTriagedRequest(world.triage, world.requestId), {
        id: world.itemId,
      }),
  }
}

describe('the rank by the importance of either side', () => {
  test('is what comes about when the request is linked and either one settled', async ({ db }) => {
    const { as, manager, triage, target, requestId, itemId, effect } = await makeCase(db)
    const told = await effect()
    expect(told).toEqual({ itemId, csm: 1, product: 2 })

    await linkToItem(triage, { ...target, itemId })
    expect(await effect()).toEqual(told)
    const rankAs = async (importance: 'blocker' | 'minor') => {
      const { version } = await readRequest(db, requestId)
      await settleImportance(as(manager), { requestId, version, importance, reason: 'Agreed.' })
      return (await getRankedItem(triage, itemId)).rank
    }
    expect([await rankAs('blocker'), await rankAs('minor')]).toEqual([told?.csm, told?.product])
    // Once it is settled, there is nothing to choose.
    expect(await effect()).toBeNull()
  })

  test('writes nothing', async ({ db }) => {
    const { triage, itemId, requestId, effect } = await makeCase(db)
    const before = await getRankedItem(triage, itemId)
    await effect()
    expect(await getRankedItem(triage, itemId)).toEqual(before)
    expect(await readRequest(db, requestId)).toMatchObject({ version: 1, state: 'new' })
  })

  test.for([
    ['while both agree', { productImportance: 'blocker' }],
    ['for a question, which becomes no item', { type: 'question' }],
    ['for a declined one', { state: 'declined' }],
  ] as const)('is not told %s', async ([, values], { db }) => {
    const { effect } = await makeCase(db, values)
    expect(await effect()).toBeNull()
  })
})
