import { describe, expect } from 'vitest'

import {
  baseCurrencyIsOpen,
  changeOrganisation,
  setResponseTargets,
  setStageProbabilities,
} from '#app/domain/organisation/change-settings.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { listRateVersions, setPlanRates } from '#app/domain/organisation/rates.server.ts'
import { itemScores } from '#db/schema/scores.ts'
import { makeAccount, makeItem } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, makeAdministration, nonAdmins, race, refusal } from '#tests/support/people.ts'

const TARGETS = { blocker: 1, critical: 3, major: 7, minor: 20 }

describe('changeOrganisation', () => {
  const input = { name: 'Example GmbH', timeZone: 'Europe/Istanbul', baseCurrency: 'USD' }

  test('changes name, time zone and, without accounts, the base currency', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    await changeOrganisation(as(admin), input)
    expect(await getOrganisation({ db })).toMatchObject(input)
    expect(await getPlanRates({ db })).toMatchObject({ base: 'USD', rates: {} })
    expect(await eventsOf(db)).toMatchObject([
      {
        name: 'organisation.changed',
        actorId: admin.id,
        data: {
          from: { name: 'Example', timeZone: 'Europe/Berlin', baseCurrency: 'EUR' },
          to: input,
        },
      },
    ])
  })

  test('scores again in another time zone, where today may be another day', async ({ db }) => {
    const { admin, as, lineId } = await makeAdministration(db)
    await makeItem(db, { productLineId: lineId })
    const moved = as(admin, new Date('2026-01-15T12:00:00Z'))
    await changeOrganisation(moved, { ...input, timeZone: 'Europe/Berlin', name: 'Example AG' })
    expect(await db.select().from(itemScores)).toEqual([])
    await changeOrganisation(moved, { ...input, timeZone: 'Pacific/Auckland' })
    expect(await db.select().from(itemScores)).toMatchObject([{ computedAt: moved.now }])
  })

  test('keeps the base currency once there are accounts', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    await makeAccount(db)
    expect(await baseCurrencyIsOpen({ db })).toBe(false)
    expect(await refusal(changeOrganisation(as(admin), input))).toBe('invalid baseCurrency')
    expect(await refusal(changeOrganisation(as(admin), { ...input, baseCurrency: 'EUR' }))).toBe(
      'done',
    )
    expect(await listRateVersions({ db })).toHaveLength(1)
  })
})

describe('targets and stages', () => {
  test('are set, with what they were in the log', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    await setResponseTargets(as(admin), TARGETS)
    const stages = [{ stage: 'Proposal', percent: 40 }, {}, { stage: 'Won', percent: 100 }]
    await setStageProbabilities(as(admin), { stages })
    expect(await getOrganisation({ db })).toMatchObject({
      responseTargets: TARGETS,
      stageProbabilities: { Proposal: 40, Won: 100 },
    })
    expect(await eventsOf(db)).toMatchObject([
      {
        name: 'response_targets.set',
        data: { from: { blocker: 1, critical: 2, major: 5, minor: 10 }, to: TARGETS },
      },
      { name: 'stage_probabilities.set', data: { from: {}, to: { Proposal: 40, Won: 100 } } },
    ])
  })
})

describe('setPlanRates', () => {
  const usd = [{ currency: 'USD', rate: 0.92 }]

  test('is a new version; the earlier one stays', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    const { versionId } = await getPlanRates({ db })
    const wasVersionId = versionId ?? undefined
    const rates = [...usd, {}, { currency: 'TRY', rate: 0.0000000001 }]
    const newId = await setPlanRates(as(admin), { wasVersionId, reason: 'First quarter', rates })
    expect(await getPlanRates({ db })).toEqual({
      versionId: newId,
      base: 'EUR',
      rates: { TRY: 1e-10, USD: 0.92 },
    })
    expect((await listRateVersions({ db })).map(({ id }) => id)).toEqual([newId, versionId])
    expect(await eventsOf(db)).toMatchObject([
      {
        name: 'plan_rates.set',
        subjectType: 'rate_version',
        subjectId: String(newId),
        data: { reason: 'First quarter', rates: { USD: 0.92, TRY: 1e-10 } },
      },
    ])
  })

  test('leaves the base currency out', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    const wasVersionId = (await getPlanRates({ db })).versionId ?? undefined
    const rates = [{ currency: 'EUR', rate: 1 }]
    expect(await refusal(setPlanRates(as(admin), { wasVersionId, reason: 'x', rates }))).toBe(
      'invalid',
    )
    expect(await listRateVersions({ db })).toHaveLength(1)
  })

  test('of two who saw the same version one puts theirs in force', async ({ committedDb: db }) => {
    const { admin, other, as } = await makeAdministration(db)
    const wasVersionId = (await getPlanRates({ db })).versionId ?? undefined
    const input = { wasVersionId, reason: 'First quarter', rates: usd }
    expect(await race(setPlanRates(as(admin), input), setPlanRates(as(other), input))).toEqual([
      'conflict',
      'done',
    ])
    expect(await eventsOf(db)).toHaveLength(1)
  })
})

test('the settings are for admins', async ({ db }) => {
  await makeAdministration(db)
  const organisation = { name: 'x', timeZone: 'UTC', baseCurrency: 'EUR' }
  for (const ctx of await nonAdmins(db)) {
    const outcomes = [
      await refusal(changeOrganisation(ctx, organisation)),
      await refusal(setResponseTargets(ctx, TARGETS)),
      await refusal(setStageProbabilities(ctx, { stages: [] })),
      await refusal(setPlanRates(ctx, { reason: 'x', rates: [] })),
    ]
    expect(outcomes).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden'])
  }
  expect(await eventsOf(db)).toEqual([])
})
