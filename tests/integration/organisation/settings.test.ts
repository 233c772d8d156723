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
  const input = {
    version: 1,
    name: 'Example GmbH',
    timeZone: 'Europe/Istanbul',
    baseCurrency: 'USD',
  }

  test('changes name, time zone and, without accounts, the base currency', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    await changeOrganisation(as(admin), input)
    const { version, ...to } = input
    expect(await getOrganisation({ db })).toMatchObject({ ...to, version: version + 1 })
    expect(await getPlanRates({ db })).toMatchObject({ base: 'USD', rates: {} })
    expect(await eventsOf(db)).toMatchObject([
      {
        name: 'organisation.changed',
        actorId: admin.id,
        data: {
          from: { name: 'Example', timeZone: 'Europe/Berlin', baseCurrency: 'EUR' },
          to,
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
    await changeOrganisation(moved, { ...input, version: 2, timeZone: 'Pacific/Auckland' })
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
    await setResponseTargets(as(admin), { version: 1, ...TARGETS })
    const stages = [{ stage: 'Proposal', percent: 40 }, {}, { stage: 'Won', percent: 100 }]
    await setStageProbabilities(as(admin), { version: 2, stages })
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

describe('a setting that another admin changed since', () => {
  const told = (isNow: string) =>
    `Otto Admin changed the settings since you opened this. It is now: ${isNow}. What you entered is still here; save again to put it in place of theirs.`

  test('is not overwritten, and what it is now is told', async ({ db }) => {
    const { admin, other, as } = await makeAdministration(db)
    const organisation = { name: 'Example AG', timeZone: 'Europe/Zurich', baseCurrency: 'EUR' }
    await changeOrganisation(as(other), { version: 1, ...organisation })
    await setResponseTargets(as(other), { version: 2, ...TARGETS })
    const stages = [{ stage: 'Proposal', percent: 40 }]
    await setStageProbabilities(as(other), { version: 3, stages })
    const stale = { version: 1, ...organisation, name: 'Example Inc' }
    await expect(changeOrganisation(as(admin), stale)).rejects.toThrow(
      told('Example AG, Europe/Zurich, EUR'),
    )
    await expect(
      setResponseTargets(as(admin), { version: 2, ...TARGETS, blocker: 2 }),
    ).rejects.toThrow(told('blocker 1, critical 3, major 7, minor 20'))
    await expect(setStageProbabilities(as(admin), { version: 3, stages: [] })).rejects.toThrow(
      told('Proposal 40'),
    )
    expect(await getOrganisation({ db })).toMatchObject({
      ...organisation,
      responseTargets: TARGETS,
      stageProbabilities: { Proposal: 40 },
      version: 4,
    })
    expect(await eventsOf(db)).toHaveLength(3)
  })

  test('is put in place of theirs with the version that is there by now', async ({ db }) => {
    const { admin, other, as } = await makeAdministration(db)
    await setResponseTargets(as(other), { version: 1, ...TARGETS })
    await setResponseTargets(as(admin), { version: 2, ...TARGETS, blocker: 2 })
    expect((await getOrganisation({ db })).responseTargets).toEqual({ ...TARGETS, blocker: 2 })
  })

  test('loses to one of two at once', async ({ committedDb: db }) => {
    const { admin, other, as } = await makeAdministration(db)
    const set = (ctx: ReturnType<typeof as>) => setResponseTargets(ctx, { version: 1, ...TARGETS })
    expect(await race(set(as(admin)), set(as(other)))).toEqual(['conflict', 'done'])
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
  const organisation = { version: 1, name: 'x', timeZone: 'UTC', baseCurrency: 'EUR' }
  for (const ctx of await nonAdmins(db)) {
    const outcomes = [
      await refusal(changeOrganisation(ctx, organisation)),
      await refusal(setResponseTargets(ctx, { version: 1, ...TARGETS })),
      await refusal(setStageProbabilities(ctx, { version: 1, stages: [] })),
      await refusal(setPlanRates(ctx, { reason: 'x', rates: [] })),
    ]
    expect(outcomes).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden'])
  }
  expect(await eventsOf(db)).toEqual([])
})
