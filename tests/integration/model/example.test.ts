import { eq } from 'drizzle-orm'
import { expect } from 'vitest'

import { findExample } from '#app/domain/model/find-example.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { itemScores, scoreParts } from '#db/schema/scores.ts'
import { makeCompany, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { makeModelWorld } from './world.ts'

test('is the largest line of the reader’s own accounts, with the numbers stored', async ({
  db,
}) => {
  const { as, csm, lead, depots } = await makeModelWorld(db)
  const [anadolu] = await db.select().from(accounts).where(eq(accounts.name, 'Anadolu'))
  expect(await findExample(as(lead))).toMatchObject({
    whose: 'other',
    part: { accountId: String(anadolu?.id) },
  })

  await db.update(accounts).set({ ownerId: csm.id }).where(eq(accounts.name, 'Bosporus'))
  const example = await findExample(as(csm))
  const [part] = await db.select().from(scoreParts).where(eq(scoreParts.itemId, depots))
  const [score] = await db.select().from(itemScores).where(eq(itemScores.itemId, depots))
  expect(example).toMatchObject({
    whose: 'own',
    item: { id: depots, title: 'Two depots', rank: 2, line: 'Platform' },
    part: { account: 'Bosporus', value: part?.value, canSave: part?.canSave },
    total: Math.round(score?.value ?? 0),
    costInScore: score?.costInScore,
  })
  const { from, share } = example.part
  expect(from.raw).toBe(50_000)
  expect(from.raw * from.protectable * share).toBeCloseTo(example.part.canSave, 9)
})

test('is invented for whoever may see no revenue, and holds no account of ours', async ({ db }) => {
  const { as } = await makeModelWorld(db)
  const reader = await makePerson(db, { role: 'viewer', team: 'other' })
  const example = await findExample(as(reader))
  expect(example).toMatchObject({ whose: 'invented', item: { id: null, rank: null } })
  expect(JSON.stringify(example)).not.toMatch(/Anadolu|Bosporus|Two depots/)
  const { from, share } = example.part
  expect(from.raw).toBe(100_000)
  expect(share).toBeGreaterThan(0)
  expect(share).toBeLessThan(1)
})

test('is invented while nothing is scored', async ({ db }) => {
  const { as, csm } = await makeCompany(db)
  expect(await findExample(as(csm))).toMatchObject({ whose: 'invented' })
})
