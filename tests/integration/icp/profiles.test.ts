import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { findProfiles, getProfile, measureProfile } from '#app/domain/icp/get-profile.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { rejectProposal, withdrawProposal } from '#app/domain/icp/close-proposal.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { profileApprovals, profiles } from '#db/schema/profiles.ts'
import { itemScores } from '#db/schema/scores.ts'
import {
  makeAccount,
  makeContract,
  makeItem,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, race, refusal } from '#tests/support/people.ts'
import { makeTeams, proposal } from '#tests/support/profile.ts'

describe('proposeProfile and approveProfile', () => {
  test('take effect when a manager of each team has signed the same text', async ({ db }) => {
    const { as, csLead, productLead, lineId } = await makeTeams(db)
    const id = await proposeProfile(as(productLead), proposal(lineId))
    expect(await approveProfile(as(productLead), id, 1)).toEqual({ inForce: false })
    expect(await findProfiles({ db }, lineId)).toEqual({ currentId: null, proposalId: id })
    expect(await approveProfile(as(csLead), id, 1)).toEqual({ inForce: true })
    expect(await findProfiles({ db }, lineId)).toEqual({ currentId: id, proposalId: null })
    const profile = await getProfile({ db }, id)
    expect(profile.signatures.map(({ team, name }) => [team, name])).toEqual([
      ['cs', csLead.name],
      ['product', productLead.name],
    ])
    const names = (await eventsOf(db)).map(({ name }) => name)
    expect(names).toEqual(['profile.proposed', 'profile.approved', 'profile.approved'])
  })

  test('take effect on the day it is in the organisation', async ({ db }) => {
    const { as, csLead, productLead, lineId } = await makeTeams(db)
    const id = await proposeProfile(as(productLead), proposal(lineId))
    await approveProfile(as(productLead), id, 1)
    expect((await getProfile({ db }, id)).effectiveOn).toBeNull()
    // Half past midnight in Berlin.
    await approveProfile({ ...as(csLead), now: new Date('2026-01-14T23:30:00Z') }, id, 1)
    expect((await getProfile({ db }, id)).effectiveOn).toBe('2026-01-15')
  })

  test('replace the version in force, which stays readable', async ({ db }) => {
    const { as, csLead, productLead, lineId } = await makeTeams(db)
    const sign = async (id: number) => {
      await approveProfile(as(csLead), id, 1)
      await approveProfile(as(productLead), id, 1)
    }
    const first = await proposeProfile(as(csLead), proposal(lineId))
    await sign(first)
    const second = await proposeProfile(as(csLead), proposal(lineId, { reason: 'Second' }))
    await sign(second)
    expect((await getProfile({ db }, first)).state).toBe('superseded')
    const { state, number } = await getProfile({ db }, second)
    expect([state, number]).toEqual(['current', 2])
  })

  test('forget signatures when the text changes, and refuse the earlier text', async ({ db }) => {
    const { as, csLead, productLead, lineId } = await makeTeams(db)
    const id = await proposeProfile(as(csLead), proposal(lineId))
    await approveProfile(as(csLead), id, 1)
    const edit = proposal(lineId, { profileId: id, version: 1, reason: 'Better words' })
    await proposeProfile(as(productLead), edit)
    expect(await db.select().from(profileApprovals)).toEqual([])
    expect(await refusal(approveProfile(as(csLead), id, 1))).toBe('conflict')
    expect(await refusal(proposeProfile(as(csLead), edit))).toBe('conflict')
    expect(await approveProfile(as(csLead), id, 2)).toEqual({ inForce: false })
  })

  test('are for managers of the two teams only, and once a team', async ({ db }) => {
    const { as, csm, csLead, otherCsLead, lineId } = await makeTeams(db)
    const admin = await makePerson(db, { role: 'admin', team: 'product' })
    expect(await refusal(proposeProfile(as(csm), proposal(lineId)))).toBe('forbidden')
    const id = await proposeProfile(as(csLead), proposal(lineId))
    for (const actor of [csm, admin]) {
      expect(await refusal(approveProfile(as(actor), id, 1))).toBe('forbidden')
    }
    await approveProfile(as(csLead), id, 1)
    expect(await refusal(approveProfile(as(otherCsLead), id, 1))).toBe('conflict')
  })

  test('are of two different people, also when one of them changes the team', async ({ db }) => {
    const { as, csLead, lineId } = await makeTeams(db)
    const id = await proposeProfile(as(csLead), proposal(lineId))
    await approveProfile(as(csLead), id, 1)
    const moved = approveProfile(as({ ...csLead, team: 'product' }), id, 1)
    await expect(moved).rejects.toMatchObject({
      code: 'conflict',
      message: 'You approved this text for the other team. Two different people sign a profile.',
    })
  })

  test('allow one open proposal a line, also for two who propose at once', async ({
    committedDb: db,
  }) => {
    const { as, csLead, productLead, lineId } = await makeTeams(db)
    const outcomes = await race(
      proposeProfile(as(csLead), proposal(lineId)),
      proposeProfile(as(productLead), proposal(lineId)),
    )
    expect(outcomes).toEqual(['conflict', 'done'])
  })

  test('put the profile in force exactly once when both teams sign at once', async ({
    committedDb: db,
  }) => {
    const { as, csLead, productLead, lineId } = await makeTeams(db)
    const id = await proposeProfile(as(csLead), proposal(lineId))
    const signed = await Promise.all([
      approveProfile(as(csLead), id, 1),
      approveProfile(as(productLead), id, 1),
    ])
    expect(signed.map(({ inForce }) => inForce).sort()).toEqual([false, true])
    const current = await db.select().from(profiles).where(eq(profiles.state, 'current'))
    expect(current.map((row) => row.id)).toEqual([id])
  })

  test('refuse what does not fit its attribute, each beside its box', async ({ db }) => {
    const { as, csLead, lineId } = await makeTeams(db)
    const [first, second] = proposal(lineId).criteria
    if (!first || !second) throw new Error('No criteria')
    const criteria = [
      { ...first, attribute: 'employees' },
      { ...second, attribute: 'custom:gone' },
    ]
    expect(await refusal(proposeProfile(as(csLead), proposal(lineId, { criteria })))).toBe(
      'invalid criteria[0].operator criteria[1].attribute',
    )
  })

  test('withdraw closes the proposal for good', async ({ db }) => {
    const { as, csLead, productLead, lineId } = await makeTeams(db)
    const id = await proposeProfile(as(csLead), proposal(lineId))
    await withdrawProposal(as(productLead), id, 1, 'Not now')
    expect(await refusal(approveProfile(as(csLead), id, 1))).toBe('conflict')
    expect(await refusal(withdrawProposal(as(csLead), id, 1))).toBe('conflict')
    const { state, closing } = await getProfile({ db }, id)
    expect([state, closing?.kind, closing?.reason]).toEqual(['withdrawn', 'withdrawn', 'Not now'])
  })

  test('keep who rejected the proposal, when and why, and free the line', async ({ db }) => {
    const { as, csLead, productLead, lineId } = await makeTeams(db)
    const id = await proposeProfile(as(csLead), proposal(lineId))
    await approveProfile(as(csLead), id, 1)
    // Half past midnight in Berlin.
    const now = new Date('2026-01-14T23:30:00Z')
    await rejectProposal({ ...as(productLead), now }, id, 1, 'Too narrow')
    const { state, closing, signatures, criteria } = await getProfile({ db }, id)
    expect([state, signatures.length, criteria.length]).toEqual(['rejected', 1, 2])
    expect(closing).toEqual({
      kind: 'rejected',
      reason: 'Too narrow',
      name: productLead.name,
      at: now,
      on: '2026-01-15',
    })
    const names = (await eventsOf(db)).map(({ name }) => name)
    expect(names).toEqual(['profile.proposed', 'profile.approved', 'profile.rejected'])
    const next = await proposeProfile(as(csLead), proposal(lineId))
    expect(await findProfiles({ db }, lineId)).toEqual({ currentId: null, proposalId: next })
    expect((await getProfile({ db }, next)).closing).toBeNull()
  })

  test('refuse a rejection without a reason, of another text, or by others', async ({ db }) => {
    const { as, csm, csLead, productLead, lineId } = await makeTeams(db)
    const admin = await makePerson(db, { role: 'admin', team: 'product' })
    const id = await proposeProfile(as(csLead), proposal(lineId))
    expect(await refusal(rejectProposal(as(productLead), id, 1, ' '))).toBe('invalid reason')
    for (const actor of [csm, admin]) {
      expect(await refusal(rejectProposal(as(actor), id, 1, 'No'))).toBe('forbidden')
    }
    await proposeProfile(as(csLead), proposal(lineId, { profileId: id, version: 1 }))
    expect(await refusal(rejectProposal(as(productLead), id, 1, 'No'))).toBe('conflict')
    const { state, closing } = await getProfile({ db }, id)
    expect([state, closing]).toEqual(['proposed', null])
  })

  test('let either the last approval or the rejection win', async ({ committedDb: db }) => {
    const { as, csLead, productLead, otherCsLead, lineId } = await makeTeams(db)
    const id = await proposeProfile(as(csLead), proposal(lineId))
    await approveProfile(as(productLead), id, 1)
    const outcomes = await race(
      approveProfile(as(csLead), id, 1),
      rejectProposal(as(otherCsLead), id, 1, 'Too narrow'),
    )
    expect(outcomes).toEqual(['conflict', 'done'])
    const { state, closing } = await getProfile({ db }, id)
    expect([state, closing?.kind]).toEqual(
      state === 'rejected' ? ['rejected', 'rejected'] : ['current', undefined],
    )
  })

  test('weigh the score: nothing met counts 0.55 of before, since fit is 0.1', async ({ db }) => {
    const { as, csm, csLead, productLead, lineId } = await makeTeams(db)
    const accountId = await makeAccount(db, { industry: 'Retail', employees: 5 })
    await makeContract(db, { accountId })
    const sameAs = await makeItem(db, { productLineId: lineId })
    await submitRequest(as(csm), submission({ accountId, productLineId: lineId, sameAs }))
    const value = async () => (await db.select().from(itemScores))[0]?.value ?? 0
    const before = await value()
    const id = await proposeProfile(as(csLead), proposal(lineId))
    await approveProfile(as(csLead), id, 1)
    expect(await value()).toBe(before)
    await approveProfile(as(productLead), id, 1)
    // Fit σ(−ln 9) = 0.1; weight 0.5 + 0.5 · 0.1.
    expect((await value()) / before).toBeCloseTo(0.55, 9)
  })
})

describe('measureProfile', () => {
  test('counts who meets each criterion and who is unknown, by account and by ARR', async ({
    db,
  }) => {
    const { as, csLead, lineId } = await makeTeams(db)
    const ideal = await makeAccount(db, { industry: 'Logistics', employees: 100 })
    await makeAccount(db, { industry: 'Retail', employees: 100 })
    await makeAccount(db, { industry: null, employees: 9 })
    await makeAccount(db, { industry: 'Logistics', employees: 100, lifecycle: 'churned' })
    await makeContract(db, { accountId: ideal, amountMinor: 50_000_00 })
    const ctx = as(csLead)
    const profile = await getProfile(ctx, await proposeProfile(ctx, proposal(lineId)))
    const { criteria, bands, all } = await measureProfile(ctx, profile)
    expect(all).toEqual({ accounts: 3, arr: 50_000 })
    expect(criteria[0]).toEqual({
      met: { accounts: 1, arr: 50_000 },
      unmet: { accounts: 1, arr: 0 },
      unknown: { accounts: 1, arr: 0 },
    })
    // 0.9 ideal; σ(−0.2·ln 9) = 0.3919 poor; σ(−0.4·ln 9) = 0.2934 poor.
    expect(bands.map(({ band, accounts }) => [band, accounts])).toEqual([
      ['ideal', 1],
      ['good', 0],
      ['fair', 0],
      ['poor', 2],
    ])
  })
})
