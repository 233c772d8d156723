import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { deferScores, refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { itemScores } from '#db/schema/scores.ts'

import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  NOW,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

describe('deferScores', () => {
  test('scores once, after the last command, as each command would have', async ({ db }) => {
    const { csm, as, lineId } = await makeCompany(db)
    const ctx = as(csm)
    const ask = async () => {
      const accountId = await makeAccount(db, { ownerId: csm.id })
      await makeContract(db, { accountId })
      const sameAs = await makeItem(db, { productLineId: lineId })
      const ask = submission({ accountId, productLineId: lineId, sameAs, importance: 'blocker' })
      return { itemId: sameAs, ask }
    }
    const scoreOf = async (itemId: number) =>
      (await db.select().from(itemScores).where(eq(itemScores.itemId, itemId)))[0]

    const atOnce = await ask()
    await submitRequest(ctx, atOnce.ask)
    const later = [await ask(), await ask()]
    await deferScores({ db, now: NOW, actor: csm }, async (ctx) => {
      for (const { itemId, ask } of later) {
        await submitRequest(ctx, ask)
        expect(await scoreOf(itemId)).toBeUndefined()
      }
    })
    const expected = await scoreOf(atOnce.itemId)
    expect(expected?.score).toBeGreaterThan(0)
    for (const { itemId } of later) {
      expect(await scoreOf(itemId)).toMatchObject({ score: expected?.score, accounts: 1 })
    }
  })

  test('scores everything when any command asks for that', async ({ db }) => {
    const { lineId } = await makeCompany(db)
    const itemId = await makeItem(db, { productLineId: lineId })
    await deferScores({ db, now: NOW }, async (ctx) => {
      await refreshScores(ctx, { itemIds: [] })
      await refreshScores(ctx, 'all')
    })
    const rows = await db.select({ itemId: itemScores.itemId }).from(itemScores)
    expect(rows).toEqual([{ itemId }])
  })
})
