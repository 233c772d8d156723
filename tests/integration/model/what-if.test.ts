import { expect } from 'vitest'

import { findSupposableAccount } from '#app/domain/model/supposable-account.server.ts'
import { withValues } from '#app/domain/model/values.ts'
import { whatIf } from '#app/domain/model/what-if.server.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { calibrations, exposureScores, itemScores } from '#db/schema/scores.ts'
import { makeLine, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { refusal } from '#tests/support/people.ts'

import { makeModelWorld } from './world.ts'

const asItIs = { inForce: DEFAULT_PARAMETERS, parameters: DEFAULT_PARAMETERS, facts: null }
const expansionsTwice = {
  ...asItIs,
  parameters: withValues(DEFAULT_PARAMETERS, { 'kind.expansion': 2 }),
}

test('what is now is what is stored', async ({ db }) => {
  const { as, lead } = await makeModelWorld(db)
  const { ranking, totals } = await whatIf(as(lead), asItIs, null)
  const items = await db.select().from(itemScores)
  const exposures = await db.select().from(exposureScores)
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
  expect(ranking).toMatchObject({ moves: [], ranked: 2, correlation: 1 })
  expect(totals.value[0]).toBeCloseTo(sum(items.map((one) => one.value)), 6)
  // Three exposures: the account that asks for nothing is in the total too.
  expect(exposures).toHaveLength(3)
  expect(totals.arrAtRisk[0]).toBeCloseTo(sum(exposures.map((one) => one.arrAtRisk)), 6)
  expect(totals.baseline[0]).toBeCloseTo(sum(exposures.map((one) => one.baseline)), 6)
  expect(totals.reconciles).toBe(true)
})

test('expansions that count twice double the value of what expansions ask for', async ({ db }) => {
  const { as, lead, signIn, depots } = await makeModelWorld(db)
  const { ranking, accounts, totals } = await whatIf(as(lead), expansionsTwice, null)
  expect(ranking.moves).toMatchObject([
    { id: String(depots), rank: [2, 1] },
    { id: String(signIn), rank: [1, 2] },
  ])
  const [moved, passed] = ranking.moves
  expect(moved?.score[1]).toBeCloseTo(2 * (moved?.score[0] ?? 0), 6)
  expect(passed?.score[1]).toBe(passed?.score[0])
  expect(accounts.gain.map(({ account }) => account)).toEqual(['Bosporus'])
  expect(accounts.lose.map(({ account }) => account)).toEqual(['Anadolu'])
  expect(totals.value[1] - totals.value[0]).toBeCloseTo(accounts.gain[0]?.value[0] ?? 0, 6)
  expect(totals.arrAtRisk[1]).toBe(totals.arrAtRisk[0])
})

test('another doubt about the record of a CSM moves what their claims weigh', async ({ db }) => {
  const { as, lead, csm } = await makeModelWorld(db)
  // (1 + 4) / (2 + 4) = 5/6; with a doubt of 1 it is (1 + 1) / (2 + 1) = 2/3.
  const measured = { observed: 1, expected: 2, factor: 5 / 6, computedAt: as(lead).now }
  await db.insert(calibrations).values({ personId: csm.id, ...measured })
  const parameters = withValues(DEFAULT_PARAMETERS, { csmPrior: 1 })
  const { ranking, totals } = await whatIf(as(lead), { ...asItIs, parameters }, null)
  expect(ranking.newScores).toBe(2)
  await db.update(calibrations).set({ factor: 2 / 3 })
  const then = await whatIf(as(lead), asItIs, null)
  expect(totals.value[1]).toBeCloseTo(then.totals.value[0], 6)
  expect(totals.value[0]).toBeGreaterThan(totals.value[1])
})

test('an account of twice the amount at the same health brings twice the value', async ({ db }) => {
  const { as, lead, anadolu, contractId, signIn } = await makeModelWorld(db)
  const amounts = new Map([[contractId, { minor: 200_000_00, currency: 'EUR' }]])
  const facts = { accountId: anadolu, amounts, renewals: new Map() }
  const { ranking, totals } = await whatIf(as(lead), { ...asItIs, facts }, null)
  expect(ranking.moves.map(({ id }) => Number(id))).toEqual([signIn])
  const [move] = ranking.moves
  expect(move?.score[1]).toBeCloseTo(2 * (move?.score[0] ?? 0), 6)
  expect(totals.reconciles).toBe(true)
})

test('facts of an account that asks for nothing move the totals alone', async ({ db }) => {
  const { as, lead, quiet } = await makeModelWorld(db)
  const facts = { accountId: quiet, health: 30, amounts: new Map(), renewals: new Map() }
  const { ranking, totals } = await whatIf(as(lead), { ...asItIs, facts }, null)
  expect(ranking.moves).toEqual([])
  // €100,000: b(50) = 1/(1 + e^1.42108) = 0.194509, b(30) = 0.4; q = 1 - (1 - b)^0.75.
  const q = (b: number) => 1 - (1 - b) ** 0.75
  expect(totals.baseline[1] - totals.baseline[0]).toBeCloseTo(
    100_000 * (q(1 / (1 + Math.exp(-(1.11792 - 0.05078 * 30)))) - q(1 / (1 + Math.exp(1.42108)))),
    3,
  )
})

test('the ranking is that of one product line, the totals are of all', async ({ db }) => {
  const { as, lead } = await makeModelWorld(db)
  const other = await makeLine(db, 'Analytics')
  const { ranking, totals } = await whatIf(as(lead), expansionsTwice, other)
  expect(ranking).toMatchObject({ moves: [], ranked: 0 })
  expect(totals.value[1]).toBeGreaterThan(totals.value[0])
})

test('writes nothing', async ({ db }) => {
  const { as, lead } = await makeModelWorld(db)
  const before = await db.select().from(itemScores)
  await whatIf(as(lead), expansionsTwice, null)
  expect(await db.select().from(itemScores)).toEqual(before)
})

test('is refused without a sight of revenue', async ({ db }) => {
  const { as, anadolu } = await makeModelWorld(db)
  const reader = as(await makePerson(db, { role: 'viewer', team: 'other' }))
  expect(await refusal(whatIf(reader, asItIs, null))).toBe('forbidden')
  expect(await refusal(findSupposableAccount(reader, anadolu))).toBe('forbidden')
})
