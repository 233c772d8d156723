import { randomUUID } from 'node:crypto'

import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { addOpportunity } from '#app/domain/accounts/add-opportunity.server.ts'
import { fetchContract } from '#app/domain/accounts/contract-records.server.ts'
import { editContract, endContract } from '#app/domain/accounts/edit-contract.server.ts'
import { closeOpportunity } from '#app/domain/accounts/edit-opportunity.server.ts'
import { setHealth } from '#app/domain/accounts/set-health.server.ts'
import type { Actor, Context } from '#app/domain/context.ts'
import { changeStatus } from '#app/domain/items/change-status.server.ts'
import { freezePredictions } from '#app/domain/outcomes/freeze-predictions.server.ts'
import { listDecisions } from '#app/domain/outcomes/list-decisions.server.ts'
import { testedClaims } from '#app/domain/outcomes/decision.ts'
import { getProof } from '#app/domain/outcomes/get-proof.server.ts'
import { listOpenRenewals } from '#app/domain/outcomes/list-open-renewals.server.ts'
import { listOutcomes } from '#app/domain/outcomes/list-outcomes.server.ts'
import { recordOutcome } from '#app/domain/outcomes/record-outcome.server.ts'
import type { OutcomeInput } from '#app/domain/outcomes/schemas.ts'
import { takeBackOutcome } from '#app/domain/outcomes/take-back-outcome.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { turnDay } from '#app/domain/scoring/turn-day.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { opportunities } from '#db/schema/accounts.ts'
import { outcomes, predictions } from '#db/schema/outcomes.ts'
import { calibrations } from '#db/schema/scores.ts'
import { makeItem, submission } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

import {
  contractInput,
  eventsOf,
  giveContract,
  historyOf,
  makeWorld,
  opportunityInput,
  strangers,
  type World,
} from '#tests/integration/accounts/world.ts'

const at = (day: string) => new Date(`${day}T09:30:00Z`)
const on = (ctx: Context, day: string): Context => ({ ...ctx, now: at(day) })

/** The form of an outcome: renewed, as it was, on 15 January 2026. */
function outcome(values: Partial<OutcomeInput> = {}): OutcomeInput {
  return {
    version: 1,
    outcome: 'renewed',
    decidedOn: '2026-01-15',
    amountAfter: { minor: 240_000_00, currency: 'EUR' },
    nextRenewalOn: null,
    reason: null,
    itemId: null,
    note: '',
    confirmLarge: false,
    ...values,
  }
}

const CHURNED: Partial<OutcomeInput> = {
  outcome: 'churned',
  amountAfter: { minor: 0, currency: 'EUR' },
  reason: 'product_gap',
}

/** An item that the CSM's account asks for as a critical feature request, linked. */
async function askForItem(world: World): Promise<number> {
  const { ctx, as, pm, accountId, lineId } = world
  const itemId = await makeItem(ctx.db, { productLineId: lineId })
  const { id } = await submitRequest(
    ctx,
    submission({
      accountId,
      productLineId: lineId,
      importance: 'critical',
      submissionKey: randomUUID(),
    }),
  )
  await linkToItem(as(pm), { requestId: id, itemId, version: 1 })
  return itemId
}

describe('what claims are worth', () => {
  test('is measured at the turn of the day by what they foretold, and weighs in the scores', async ({
    db,
  }) => {
    const world = await makeWorld(db)
    const { ctx, csm, accountId } = world
    const contractId = await giveContract(ctx, accountId)
    const itemId = await askForItem(world)
    await turnDay(on(ctx, '2026-02-14'))
    expect(await db.select().from(calibrations)).toEqual([])
    const { version } = await fetchContract(ctx, contractId)
    await recordOutcome(on(ctx, '2026-02-20'), {
      ...outcome({ ...CHURNED, itemId, version, decidedOn: '2026-02-20' }),
      ...{ accountId, contractId },
    })
    await turnDay(on(ctx, '2026-02-21'))
    // As predicted on 14 February, see below: q·λ/Λ of the one claim, which came true.
    const claim = -Math.log(0.9) * 0.8 * 2 ** (-30 / 180) * 2 ** (-15 / 50)
    const hazard = 0.080110799 + claim
    const expected = ((1 - Math.exp(-hazard)) * claim) / hazard
    expect(await db.select().from(calibrations)).toMatchObject([
      {
        personId: csm.id,
        observed: 1,
        expected: expect.closeTo(expected, 8),
        factor: expect.closeTo(5 / (expected + 4), 8),
      },
    ])
    // Two years later nobody asks any more.
    await turnDay(on(ctx, '2028-02-22'))
    expect(await db.select().from(calibrations)).toEqual([])
  })
})

describe('freezePredictions', () => {
  test('keeps once what the model says 90 and 30 days before the customer decides', async ({
    db,
  }) => {
    const world = await makeWorld(db)
    const { ctx, csm, accountId } = world
    // Renews on 15 May with 60 days of notice: decided on 16 March, 90 days before is 16 December.
    const contractId = await giveContract(ctx, accountId)
    const itemId = await askForItem(world)
    expect(await freezePredictions(on(ctx, '2026-02-13'))).toBe(0)
    expect(await freezePredictions(on(ctx, '2026-02-14'))).toBe(1)
    expect(await freezePredictions(on(ctx, '2026-02-14'))).toBe(0)
    expect(await freezePredictions(on(ctx, '2026-02-15'))).toBe(0)
    const [row] = await db.select().from(predictions)
    expect(row).toMatchObject({
      exposure: `contract:${contractId}`,
      accountId,
      dueOn: '2026-05-15',
      decisionOn: '2026-03-16',
      daysAhead: 30,
      frozenOn: '2026-02-14',
      raw: 240_000,
    })
    // Health unknown (65): baseline 0.080110799. Critical feature request, 30 days old: 0.105361 × 0.8 × 2^(-30/180)
    // × 2^(-15/50) = 0.060998.
    const claim = -Math.log(0.9) * 0.8 * 2 ** (-30 / 180) * 2 ** (-15 / 50)
    expect(row?.q).toBeCloseTo(1 - Math.exp(-0.080110799 - claim), 8)
    expect(row?.parts).toMatchObject({
      causes: [{ itemId, submittedBy: csm.id, severity: 'critical', standing: 'open' }],
    })
    const { baseline, causes } = row?.parts as { baseline: number; causes: { share: number }[] }
    expect(causes[0]?.share).toBeCloseTo(claim / (0.080110799 + claim), 8)
    expect(baseline + (causes[0]?.share ?? 0)).toBeCloseTo(1, 12)
  })

  test('is made up for after a time of rest, and says so', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    await giveContract(ctx, accountId)
    // 60 days before the decision, 30 late; the day after, it would be another prediction.
    expect(await freezePredictions(on(ctx, '2026-01-16'))).toBe(0)
    expect(await freezePredictions(on(ctx, '2026-01-15'))).toBe(1)
    const [row] = await db.select().from(predictions)
    expect(row).toMatchObject({ daysAhead: 90, frozenOn: '2026-01-15' })
  })

  test('comes with the turn of the day', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    await giveContract(ctx, accountId)
    await turnDay(on(ctx, '2026-01-10'))
    await turnDay(on(ctx, '2026-02-14'))
    const rows = await db.select().from(predictions)
    expect(rows.map(({ daysAhead }) => daysAhead)).toEqual([90, 30])
  })

  test('leaves out what rolls along with the days, and what has ended', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    await giveContract(ctx, accountId, { evergreen: true, renewsOn: null, noticeDays: 0 })
    const ending = await giveContract(ctx, accountId)
    await recordOutcome(ctx, { ...outcome(CHURNED), contractId: ending })
    expect(await freezePredictions(on(ctx, '2026-02-14'))).toBe(0)
  })

  test('can neither be changed nor deleted', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    await giveContract(ctx, accountId)
    await freezePredictions(on(ctx, '2026-02-14'))
    const refused = { cause: { message: 'a prediction never changes' } }
    await expect(
      db.transaction((tx) => tx.update(predictions).set({ q: 0.5 })),
    ).rejects.toMatchObject(refused)
    await expect(db.transaction((tx) => tx.delete(predictions))).rejects.toMatchObject(refused)
  })
})

describe('recordOutcome', () => {
  test('rolls a renewed contract to its next term', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId, { startsOn: '2024-05-15' })
    const { outcomeId } = await recordOutcome(ctx, { ...outcome(), contractId })
    expect(await fetchContract(ctx, contractId)).toMatchObject({
      renewsOn: '2028-05-15',
      endedOn: null,
      amount: { minor: 240_000_00 },
    })
    expect(await eventsOf(ctx, 'contract', contractId)).toEqual([
      'contract.added',
      'outcome.recorded',
    ])
    const history = await historyOf(ctx, 'contract', contractId)
    expect(history.slice(1).map(([field, before, after]) => [field, before, after])).toEqual([
      ['renewsOn', '2026-05-15', '2028-05-15'],
      ['outcome', null, 'renewed'],
    ])
    const [row] = await db.select().from(outcomes).where(eq(outcomes.id, outcomeId))
    expect(row).toMatchObject({ dueOn: '2026-05-15', source: 'hand', recordedBy: ctx.actor.id })
  })

  test('takes the new amount of an expanded one, and ends one that churned', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    const more = await giveContract(ctx, accountId)
    const gone = await giveContract(ctx, accountId)
    const amountAfter = { minor: 300_000_00, currency: 'EUR' }
    await recordOutcome(ctx, {
      ...outcome({ outcome: 'expanded', amountAfter, nextRenewalOn: '2026-11-15' }),
      contractId: more,
    })
    expect(await fetchContract(ctx, more)).toMatchObject({
      amount: amountAfter,
      renewsOn: '2026-11-15',
    })
    await recordOutcome(ctx, { ...outcome(CHURNED), contractId: gone })
    expect(await fetchContract(ctx, gone)).toMatchObject({ endedOn: '2026-05-15' })
  })

  test('asks again about more than a billion base units a year', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId)
    const amountAfter = { minor: 2_000_000_000_00, currency: 'EUR' }
    const huge = { ...outcome({ outcome: 'expanded', amountAfter }), contractId }
    await expect(recordOutcome(ctx, huge)).rejects.toMatchObject({
      fields: { confirmLarge: [expect.any(String)] },
    })
    await recordOutcome(ctx, { ...huge, confirmLarge: true })
  })

  test('is refused on accounts of others, in the future, and a second time', async ({ db }) => {
    const world = await makeWorld(db)
    const { ctx, as, otherCsm, manager, accountId, othersId } = world
    const others = await giveContract(as(otherCsm), othersId)
    for (const [who, actor] of strangers(world)) {
      const attempt = recordOutcome(as(actor), { ...outcome(), contractId: others })
      await expect(attempt, who).rejects.toMatchObject({ code: 'forbidden' })
    }
    await recordOutcome(as(manager), { ...outcome(), contractId: others })

    const contractId = await giveContract(ctx, accountId)
    const record = (values: Partial<OutcomeInput>) =>
      recordOutcome(ctx, { ...outcome(values), contractId })
    await expect(record({ decidedOn: '2026-01-16' })).rejects.toMatchObject({
      fields: { decidedOn: [expect.any(String)] },
    })
    await expect(record({ nextRenewalOn: '2026-05-15' })).rejects.toMatchObject({
      fields: { nextRenewalOn: [expect.any(String)] },
    })
    await expect(record({ ...CHURNED, itemId: 999 })).rejects.toMatchObject({
      fields: { itemId: [expect.any(String)] },
    })
    await record({ ...CHURNED })
    await expect(record({ ...CHURNED })).rejects.toMatchObject({ code: 'conflict' })
    await expect(record({ ...CHURNED, version: 2 })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('takeBackOutcome', () => {
  test('puts the contract back as it was', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId)
    const before = await fetchContract(ctx, contractId)
    const amountAfter = { minor: 100_000_00, currency: 'EUR' }
    const { outcomeId } = await recordOutcome(ctx, {
      ...outcome({ outcome: 'contracted', amountAfter, reason: 'price' }),
      contractId,
    })
    await takeBackOutcome(ctx, { outcomeId, accountId })
    const { version: _, ...after } = await fetchContract(ctx, contractId)
    expect(before).toMatchObject(after)
    expect(await db.select().from(outcomes)).toEqual([])
    expect(await eventsOf(ctx, 'contract', contractId)).toEqual([
      'contract.added',
      'outcome.recorded',
      'outcome.taken_back',
    ])
    await expect(takeBackOutcome(ctx, { outcomeId, accountId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('leaves what somebody changed since', async ({ db }) => {
    const world = await makeWorld(db)
    const { ctx, accountId } = world
    const contractId = await giveContract(ctx, accountId)
    const { outcomeId } = await recordOutcome(ctx, { ...outcome(), contractId })
    const edited = contractInput({ renewsOn: '2027-06-30' })
    await editContract(ctx, { ...edited, contractId, version: 2 })
    for (const [who, actor] of strangers(world).slice(1)) {
      const attempt = takeBackOutcome(world.as(actor), { outcomeId, accountId })
      await expect(attempt, who).rejects.toMatchObject({ code: 'forbidden' })
    }
    await takeBackOutcome(ctx, { outcomeId, accountId })
    expect(await fetchContract(ctx, contractId)).toMatchObject({ renewsOn: '2027-06-30' })
  })
})

describe('listDecisions', () => {
  test('puts what was said beside what happened', async ({ db }) => {
    const world = await makeWorld(db)
    const { ctx, csm, accountId } = world
    const contractId = await giveContract(ctx, accountId)
    await setHealth(ctx, { accountId, version: 1, healthScore: 35, healthColour: null })
    const itemId = await askForItem(world)
    await freezePredictions(ctx)
    await freezePredictions(on(ctx, '2026-02-15'))
    await recordOutcome(on(ctx, '2026-03-20'), {
      ...outcome({ ...CHURNED, itemId, decidedOn: '2026-03-18' }),
      contractId,
    })
    const [decision] = await listDecisions(ctx)
    expect(decision).toMatchObject({
      account: { id: accountId },
      outcome: 'churned',
      dueOn: '2026-05-15',
      lostShare: 1,
      itemId,
      predictions: {
        90: { frozenOn: '2026-01-15', late: 30, raw: 240_000 },
        30: { frozenOn: '2026-02-15', late: 1 },
      },
      delivered: new Set(),
    })
    if (!decision) return
    // At health 35, on the day it was asked: 0.312636 and 0.105361 × 0.8 × 1.231144 = 0.103770.
    const [l0, claim] = [0.312636, 0.10377]
    const q = 1 - Math.exp(-l0 - claim)
    const [tested] = testedClaims(decision)
    expect(tested).toMatchObject({ submittedBy: csm.id, severity: 'critical', lost: 1 })
    expect(tested?.expected).toBeCloseTo((q * claim) / (l0 + claim), 5)
  })

  test('knows what had been delivered by then', async ({ db }) => {
    const world = await makeWorld(db)
    const { ctx, as, pm, accountId } = world
    const contractId = await giveContract(ctx, accountId)
    const itemId = await askForItem(world)
    await freezePredictions(ctx)
    const step = { itemId, version: 1, to: 'shipped', reason: 'It is out.' } as const
    await changeStatus(on(as(pm), '2026-02-01'), step)
    await recordOutcome(on(ctx, '2026-03-20'), {
      ...outcome({ decidedOn: '2026-02-01' }),
      contractId,
    })
    const [decision] = await listDecisions(ctx)
    expect(decision?.delivered).toEqual(new Set([itemId]))
    expect(decision && testedClaims(decision)).toEqual([])
  })
})

describe('the page of the proof', () => {
  test('judges four decisions as worked out by hand', async ({ db }) => {
    const { ctx, outsider, as, accountId } = await makeWorld(db)
    // Health unknown, nobody asks for anything: q = 1 - e^-0.080110799 = 0.076986 each time.
    const amounts = [100_000, 50_000, 30_000, 20_000]
    const ids: number[] = []
    for (const amount of amounts) {
      ids.push(
        await giveContract(ctx, accountId, { amount: { minor: amount * 100, currency: 'EUR' } }),
      )
    }
    await freezePredictions(ctx)
    const [gone = 0, less = 0, little = 0, kept = 0] = ids
    const record = (contractId: number, values: Partial<OutcomeInput>) =>
      recordOutcome(ctx, { ...outcome(values), contractId })
    const after = (amount: number) => ({ minor: amount * 100, currency: 'EUR' })
    await record(gone, { ...CHURNED })
    await record(less, { outcome: 'contracted', amountAfter: after(20_000), reason: 'price' })
    await record(little, { outcome: 'contracted', amountAfter: after(25_000), reason: 'price' })
    await record(kept, { amountAfter: after(20_000) })

    const { proof, coverage, suggestions } = await getProof(ctx, 90)
    const q = 1 - Math.exp(-0.080110799)
    // Lost: all of the first, 60 % of the second; a sixth of the third is none, by the rule of the half.
    expect(proof.all).toMatchObject({ count: 4, lost: 2, observed: 0.5, reference: 0.25 })
    expect(proof.all?.brier).toBeCloseTo((2 * (1 - q) ** 2 + 2 * q ** 2) / 4, 8)
    expect(proof.all?.arr.observed).toBe(150_000)
    expect(proof.all?.arr.expected).toBeCloseTo(200_000 * q, 3)
    const sd = Math.sqrt(q * (1 - q)) * Math.hypot(...amounts)
    expect(proof.all?.arr.z).toBeCloseTo((150_000 - 200_000 * q) / sd, 6)
    expect(proof.bins).toHaveLength(2)
    expect(coverage).toMatchObject({ decisions: 4, predicted: { 90: 4, 30: 0 }, late: { 90: 4 } })
    expect(suggestions.map(({ name, have, needs, values }) => [name, have, needs, values])).toEqual(
      [
        ['anchor', 3, 50, null],
        ['correction', 2, 20, null],
        ['ladder', 0, 20, null],
        ['eta', 0, 10, null],
      ],
    )
    await expect(getProof(as(outsider), 90)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.for([
    ['2026-01-20', { solved: 0, unsolved: 1 }],
    ['2026-02-10', { solved: 0, unsolved: 0 }],
  ] as const)(
    'holds it against a delivery of %s that the account was lost over the item on 1 February, if it was there',
    async ([shippedOn, deliveries], { db }) => {
      const world = await makeWorld(db)
      const { ctx, as, pm, accountId } = world
      const contractId = await giveContract(ctx, accountId)
      const itemId = await askForItem(world)
      const step = { itemId, version: 1, to: 'shipped', reason: 'It is out.' } as const
      await changeStatus(on(as(pm), shippedOn), step)
      await recordOutcome(on(ctx, '2026-03-20'), {
        ...outcome({ ...CHURNED, itemId, decidedOn: '2026-02-01' }),
        contractId,
      })
      expect((await getProof(ctx, 90)).deliveries).toEqual(deliveries)
    },
  )
})

describe('listOpenRenewals', () => {
  const deal = (values: object) => opportunityInput({ kind: 'renewal', ...values })

  test('asks for what the CRM, the end or the date of a contract says', async ({ db }) => {
    const { ctx, outsider, as, accountId } = await makeWorld(db)
    const give = (renewsOn: string | null, more = {}) =>
      giveContract(ctx, accountId, { renewsOn, ...more })
    const overdue = await give('2026-01-10')
    const won = await give('2026-03-01')
    await addOpportunity(ctx, {
      accountId,
      ...deal({ closesOn: '2026-03-05', amount: { minor: 300_000_00, currency: 'EUR' } }),
    })
    const lost = await give('2026-06-30')
    await addOpportunity(ctx, { accountId, ...deal({ closesOn: '2026-06-30' }) })
    const ended = await give('2025-12-31')
    await endContract(ctx, { contractId: ended, version: 1, endedOn: '2025-12-31' })
    await give('2026-09-01')
    const deals = await db.select().from(opportunities).orderBy(asc(opportunities.id))
    expect(deals.map(({ contractId }) => contractId)).toEqual([won, lost])
    for (const [i, state] of (['won', 'lost'] as const).entries()) {
      const { id = 0, version = 0 } = deals[i] ?? {}
      await closeOpportunity(ctx, { opportunityId: id, version, state })
    }

    const { rows, total } = await listOpenRenewals(ctx)
    expect(total).toBe(4)
    expect(
      rows.map(({ contractId, occasion, proposed }) => [contractId, occasion, proposed]),
    ).toEqual([
      [lost, 'lost', 'churned'],
      [won, 'won', 'expanded'],
      [overdue, 'overdue', null],
      [ended, 'ended', 'churned'],
    ])
    expect(rows[1]?.amount).toEqual({ minor: 300_000_00, currency: 'EUR' })
    await expect(listOpenRenewals(as(outsider))).rejects.toMatchObject({ code: 'forbidden' })

    // Recorded, nothing is asked any more: the contract rolled on, or its outcome is known.
    await recordOutcome(ctx, { ...outcome({ version: 1 }), contractId: overdue })
    await recordOutcome(ctx, { ...outcome({ ...CHURNED, version: 2 }), contractId: ended })
    const left = await listOpenRenewals(ctx)
    expect(left.rows.map(({ contractId }) => contractId)).toEqual([lost, won])
  })
})

describe('the form of an outcome', () => {
  const form = { decidedOn: '2026-01-15', version: '1' }

  test('records it and offers the undo; what it refuses keeps what was typed', async ({ db }) => {
    const { ctx, csm, otherCsm, accountId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId)
    const params = { accountId: String(accountId), contractId: String(contractId) }
    const post = (actor: Actor, fields: Record<string, string>) =>
      callNamed('routes/accounts/contract-outcome', 'action', actor, params, { ...form, ...fields })
    expect(await post(otherCsm, { outcome: 'renewed' })).toMatchObject({ status: 403 })
    const refused = await post(csm, { outcome: 'churned', note: 'They left.' })
    expect(refused).toMatchObject({
      status: 422,
      said: {
        result: { error: { reason: ['Choose why.'] }, initialValue: { note: 'They left.' } },
      },
    })
    const done = await post(csm, { outcome: 'contracted', amount: '100000', reason: 'price' })
    expect(done).toMatchObject({
      status: 302,
      location: expect.stringMatching(new RegExp(`^/accounts/${accountId}\\?done=outcome\\.\\d+$`)),
    })
    const [row] = await listOutcomes(ctx, accountId)
    expect(row).toMatchObject({
      outcome: 'contracted',
      after: { minor: 100_000_00 },
      reason: 'price',
    })
    const removal = { accountId: String(accountId), outcomeId: String(row?.id) }
    expect(
      await callNamed('routes/accounts/outcome-removal', 'action', otherCsm, removal),
    ).toMatchObject({ status: 403 })
    expect(
      await callNamed('routes/accounts/outcome-removal', 'action', csm, removal),
    ).toMatchObject({
      status: 302,
    })
    expect(await listOutcomes(ctx, accountId)).toEqual([])
  })
})

/** Calls a route by its file as somebody. */
async function callNamed(
  id: string,
  kind: 'loader' | 'action',
  actor: Actor,
  params: Record<string, string>,
  fields: Record<string, string> = {},
) {
  const route = (await loadRoutes()).find((one) => one.id === id)
  if (!route) throw new Error(`${id} is not on the map`)
  return callRoute({ ...route, params }, kind, signedIn(actor), fields)
}
