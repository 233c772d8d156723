import { describe, expect } from 'vitest'

import { listedSchema } from '#app/domain/icp/closeness.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { listFitAccounts } from '#app/domain/icp/list-fit-accounts.server.ts'
import { makeAccount, makeContract, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { makeTeams, putInForce } from '#tests/support/profile.ts'

const query = (asked: Record<string, string>) => listedSchema.parse(asked)

// 60 points for the sector, which nobody can change, 40 for the plan, which a CSM can work on.
async function makeProfile(db: Parameters<typeof makeTeams>[0]) {
  const teams = await makeTeams(db)
  const shared = { kind: 'points', operator: 'is_one_of', why: '' } as const
  const criteria = [
    {
      ...{ ...shared, label: 'Sector is logistics', attribute: 'industry' },
      ...{ operand: ['Logistics'], points: 60 },
    },
    { ...shared, label: 'On Business', attribute: 'plan', operand: ['Business'], points: 40 },
  ]
  const id = await putInForce(teams, { criteria })
  return { ...teams, profile: await getProfile({ db }, id) }
}

describe('the list of accounts by fit', () => {
  test('shows the close ones with what they lack, and leaves out whom no step lifts', async ({
    db,
  }) => {
    const { as, csLead, profile } = await makeProfile(db)
    const owner = await makePerson(db)
    await makeAccount(db, { name: 'A', industry: 'Logistics', plan: 'Team', ownerId: owner.id })
    await makeAccount(db, { name: 'B', industry: 'Mining', plan: 'Team' })
    await makeAccount(db, { name: 'C', industry: 'Logistics', plan: 'Business' })
    await makeAccount(db, { name: 'D', plan: 'Team' })
    const list = async (asked: Record<string, string>, who = csLead) =>
      (await listFitAccounts(as(who), profile, query(asked))).rows.map(
        ({ name, steps, ...row }) => [
          name,
          row.owner,
          steps?.flatMap(({ turns }) => turns.map(({ label }) => label)),
        ],
      )
    const a = ['A', owner.name, ['On Business']]
    // D has 30 of 100 points; the plan makes 70, which is good.
    expect(await list({ close: 'better' })).toEqual([a, ['D', null, ['On Business']]])
    expect(await list({ close: 'ideal' })).toEqual([
      a,
      ['D', null, ['On Business', 'Sector is logistics']],
    ])
    expect(await list({ close: 'ideal', mine: '1' }, owner)).toEqual([a])
    expect(await list({ band: 'ideal' })).toEqual([['C', null, undefined]])
  })

  test('goes by ARR for those who may see it', async ({ db }) => {
    const { as, csLead, profile } = await makeProfile(db)
    const small = await makeAccount(db, { name: 'Small', industry: 'Logistics' })
    const large = await makeAccount(db, { name: 'Large', industry: 'Mining' })
    await makeContract(db, { accountId: small, amountMinor: 1_000_00 })
    await makeContract(db, { accountId: large, amountMinor: 2_000_00 })
    const list = async (who: Parameters<typeof as>[0]) =>
      (await listFitAccounts(as(who), profile, query({ sort: 'arr' }))).rows.map(
        ({ name, arr }) => [name, arr],
      )
    expect(await list(csLead)).toEqual([
      ['Large', 2000],
      ['Small', 1000],
    ])
    // Who may not see revenue learns nothing of its order either.
    const viewer = await makePerson(db, { role: 'viewer', team: 'other' })
    expect(await list(viewer)).toEqual([
      ['Small', null],
      ['Large', null],
    ])
  })
})
