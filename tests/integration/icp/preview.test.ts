import { desc, eq } from 'drizzle-orm'
import { expect } from 'vitest'

import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { previewProfile } from '#app/domain/icp/preview-profile.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { tellVersions } from '#app/domain/icp/tell-versions.server.ts'
import { getItemTab } from '#app/domain/items/get-item-tab.server.ts'
import type { Executor } from '#db/client.ts'
import { accounts } from '#db/schema/accounts.ts'
import { itemScores } from '#db/schema/scores.ts'
import { makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { proposal, putInForce } from '#tests/support/profile.ts'

import { makeModelWorld } from '#tests/integration/model/world.ts'

/** Logistics is in force and retail proposed; Anadolu is in logistics, Bosporus in retail, of the third nothing is known. */
async function makeProposal(db: Executor) {
  const world = await makeModelWorld(db)
  const csLead = await makePerson(db, { role: 'manager', team: 'cs' })
  const { as, lead: productLead, lineId, anadolu } = world
  await db.update(accounts).set({ industry: 'Retail', employees: 100 })
  await db.update(accounts).set({ industry: 'Logistics' }).where(eq(accounts.id, anadolu))
  await db.update(accounts).set({ industry: null }).where(eq(accounts.id, world.quiet))
  const [sector, size] = proposal(lineId).criteria
  if (!sector || !size) throw new Error('No criteria')
  await putInForce({ as, csLead, productLead, lineId }, {})
  const retail = { ...sector, operator: 'is_one_of' as const, operand: ['Retail'] }
  const criteria = [{ ...retail, label: 'Sector is retail' }, size]
  const id = await proposeProfile(as(productLead), proposal(lineId, { criteria }))
  return { ...world, csLead, productLead, id }
}

test('tells who changes the band and why, and which items move by whose money', async ({ db }) => {
  const { as, productLead, id, signIn, depots } = await makeProposal(db)
  const preview = await previewProfile(as(productLead), await getProfile({ db }, id))
  expect(preview.inForce?.number).toBe(1)
  expect(preview.accounts).toBe(3)
  // 60 points met and 40 met: 0.9; 40 met and 60 not: 1 / (1 + e^(0.2·ln 9)) = 0.392.
  expect(preview.moves).toMatchObject([
    { name: 'Bosporus', band: ['poor', 'ideal'], because: ['Sector is retail is met now'] },
    { name: 'Anadolu', band: ['ideal', 'poor'], because: ['Sector is retail is no longer met'] },
  ])
  const [rises] = preview.moves
  expect(rises?.fit[0]).toBeCloseTo(0.391_86, 4)
  expect(rises?.fit[1]).toBeCloseTo(0.9, 10)
  expect(preview.bands.map(({ accounts }) => accounts)).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
    [1, 1],
  ])
  expect(preview.bands.map(({ arr }) => arr)).toEqual([
    [100_000, 0],
    [100_000, 100_000],
    [0, 0],
    [0, 100_000],
  ])
  const because = Object.fromEntries(
    preview.ranking.moves.map((move) => [
      move.id,
      move.because.map(({ account, more }) => [account, more]),
    ]),
  )
  expect(because).toEqual({
    [String(depots)]: [['Bosporus', true]],
    [String(signIn)]: [['Anadolu', false]],
  })
})

test('tells the scores that the proposal then brings, and writes nothing', async ({ db }) => {
  const { as, csLead, productLead, lineId, id } = await makeProposal(db)
  const stored = () =>
    db
      .select({ id: itemScores.itemId, score: itemScores.score })
      .from(itemScores)
      .orderBy(desc(itemScores.score))
  const before = await stored()
  const changes = [
    'Sector is retail: before named Sector is logistics',
    'Sector is retail: is Logistics became is Retail',
  ]
  expect(await tellVersions(as(productLead), lineId)).toMatchObject([
    { number: 2, since: 1, changes, effect: null },
    { number: 1, since: null },
  ])
  const { ranking } = await previewProfile(as(productLead), await getProfile({ db }, id))
  expect(await stored()).toEqual(before)
  await approveProfile(as(csLead), id, 1)
  await approveProfile(as(productLead), id, 1)
  const order = await stored()
  const after = new Map(order.map(({ id, score }) => [String(id), score]))
  expect(ranking.moves).toHaveLength(2)
  // Two items that swap their places move by one each.
  const mostPlaces = order[0]?.id === before[0]?.id ? 0 : 1
  const [version, first] = await tellVersions(as(productLead), lineId)
  expect(first).toMatchObject({ number: 1, changes: [], effect: null })
  expect(version).toMatchObject({
    changes,
    effect: { accountsUp: 1, accountsDown: 1, arr: 100_000, currency: 'EUR', mostPlaces },
  })
  const colleague = await makePerson(db, { team: 'other', role: 'viewer' })
  expect((await tellVersions(as(colleague), lineId))[0]?.effect).toMatchObject({ arr: null })
  for (const move of ranking.moves) {
    expect(move.score?.[1]).toBeCloseTo(after.get(move.id) ?? NaN, 6)
  }
})

test('tells no money to whoever may not see it', async ({ db }) => {
  const { as, productLead, id } = await makeProposal(db)
  const colleague = await makePerson(db, { team: 'other', role: 'viewer' })
  const profile = await getProfile({ db }, id)
  const { moves, bands, ranking } = await previewProfile(as(colleague), profile)
  const known = await previewProfile(as(productLead), profile)
  expect(moves.map(({ arr }) => arr)).toEqual([null, null])
  expect(bands.map(({ arr }) => arr)).toEqual([null, null, null, null])
  expect(ranking.moves.map(({ score }) => score)).toEqual([null, null])
  expect(ranking.moves.flatMap(({ because }) => because).map(({ change }) => change)).toEqual([
    null,
    null,
  ])
  expect(ranking.moves.map(({ rank }) => rank)).toEqual(known.ranking.moves.map(({ rank }) => rank))
})

test('a receipt names the version by which its fits are', async ({ db }) => {
  const { as, csLead, productLead, lineId, id, signIn } = await makeProposal(db)
  const named = async () => {
    const item = { id: signIn, lineId, rank: null }
    const content = await getItemTab(as(productLead), item, 'receipt')
    return content.tab === 'receipt' ? content.profiles.map(({ number }) => number) : []
  }
  expect(await named()).toEqual([1])
  await approveProfile(as(csLead), id, 1)
  await approveProfile(as(productLead), id, 1)
  expect(await named()).toEqual([2])
})
