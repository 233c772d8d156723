import { inArray } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { measureDrift } from '#app/domain/icp/drift/measure-drift.server.ts'
import { readDrift } from '#app/domain/icp/drift/read-drift.server.ts'
import type { Executor } from '#db/client.ts'
import { accounts } from '#db/schema/accounts.ts'
import { makeAccount, makeContract, makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { makeTeams, putInForce } from '#tests/support/profile.ts'

const FEBRUARY = new Date('2026-02-20T09:30:00Z')

/** Twenty accounts that meet both criteria, then a profile in force on 15 January. */
async function makeWatched(db: Executor) {
  const teams = await makeTeams(db)
  const ids: number[] = []
  for (let i = 0; i < 20; i++) {
    ids.push(await makeAccount(db, { industry: 'Logistics', employees: 100 }))
  }
  const id = await putInForce(teams, {})
  return { ...teams, ids, profile: await getProfile({ db }, id) }
}

describe('measureDrift', () => {
  test('compares today with the day the version took effect', async ({ db }) => {
    const { ids, profile } = await makeWatched(db)
    const gone = ids.slice(0, 10)
    // Mining and 100 employees meet 40 points of 100: 1 / (1 + 9^0.2) = 0.392.
    await db.update(accounts).set({ industry: 'Mining' }).where(inArray(accounts.id, gone))
    const drift = await measureDrift({ db, now: FEBRUARY }, profile)
    expect(drift.since).toBe('2026-01-15')
    expect(drift.shift?.psi).toBeCloseTo(1.48543, 5)
    expect(drift.shift?.moved.map(({ id }) => id).sort()).toEqual([...gone].sort())
    expect(drift.verdicts.map(({ about, state }) => [about, state])).toEqual([
      ['fit', 'review'],
      ['signings', 'open'],
      ['evidence', 'open'],
    ])
  })

  test('says that a version is too young on its first day', async ({ db }) => {
    const { profile } = await makeWatched(db)
    const drift = await measureDrift({ db, now: NOW }, profile)
    expect(drift).toMatchObject({ since: null, shift: null })
    expect(drift.verdicts[0]).toMatchObject({ state: 'open' })
  })

  test('weighs what was signed in twelve months, of this line and of accounts that left', async ({
    db,
  }) => {
    const { ids, profile } = await makeWatched(db)
    const poor = await makeAccount(db, { industry: 'Mining', employees: 9, lifecycle: 'churned' })
    const unknown = await makeAccount(db, {})
    const sign = (accountId: number, startsOn: string, euros: number) =>
      makeContract(db, { accountId, startsOn, amountMinor: euros * 100 })
    await sign(ids[0] ?? 0, '2025-06-01', 70_000)
    await sign(poor, '2025-09-01', 30_000)
    await sign(poor, '2024-09-01', 30_000)
    await sign(unknown, '2025-09-01', 9_000)
    const { signings, verdicts } = await measureDrift({ db, now: FEBRUARY }, profile)
    expect(signings).toMatchObject({
      off: { contracts: 1, arr: 30_000 },
      known: { contracts: 2, arr: 100_000 },
      unknown: { contracts: 1, arr: 9_000 },
    })
    expect(verdicts[1]).toMatchObject({ about: 'signings', state: 'watch' })
  })
})

test('readDrift names no amount to whoever may not see revenue', async ({ db }) => {
  const { as, csm, ids, profile } = await makeWatched(db)
  await makeContract(db, { accountId: ids[0] ?? 0, startsOn: '2025-06-01' })
  const outsider = await makePerson(db, { role: 'viewer', team: 'other' })
  const amountsOf = async (actor: typeof csm) => {
    const { shift, signings } = await readDrift(as(actor, FEBRUARY), profile)
    const sizes = [
      ...(shift?.bins ?? []).flatMap(({ before, after }) => [before, after]),
      ...(shift?.bands ?? []).flatMap(({ before, after }) => [before, after]),
      ...[signings, ...signings.months].flatMap(({ off, known, unknown }) => [off, known, unknown]),
    ]
    return sizes.map(({ arr }) => arr)
  }
  const hidden = await amountsOf(outsider)
  expect(hidden).toHaveLength(2 * 10 + 2 * 4 + 3 * 13)
  expect(new Set(hidden)).toEqual(new Set([null]))
  expect(await amountsOf(csm)).toContain(96_000)
})
