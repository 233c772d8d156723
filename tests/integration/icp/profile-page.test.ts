import { describe, expect } from 'vitest'

import { getProfilePage } from '#app/domain/icp/get-profile-page.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { makeAccount, makeContract, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { refusal } from '#tests/support/people.ts'
import { makeTeams, proposal, putInForce } from '#tests/support/profile.ts'

const ideal = { industry: 'Logistics', employees: 80, lifecycle: 'active' } as const

describe('the page of a profile for the company', () => {
  test('names active accounts that show who is meant, without amounts', async ({ db }) => {
    const teams = await makeTeams(db)
    const id = await putInForce(teams, {})
    const anna = await makeAccount(db, { ...ideal, name: 'Anna Freight' })
    await makeContract(db, { accountId: anna })
    await makeAccount(db, { ...ideal, name: 'Prospect', lifecycle: 'prospect' })
    await makeAccount(db, { ...ideal, name: 'Left', lifecycle: 'churned' })
    await makeAccount(db, { name: 'Mine', industry: 'Mining', employees: 8, lifecycle: 'active' })
    const viewer = await makePerson(db, { role: 'viewer', team: 'other' })
    const page = await getProfilePage(teams.as(viewer), id)
    expect(page.examples).toMatchObject({
      ideal: [{ name: 'Anna Freight', why: 'meets everything asked' }],
      not: { name: 'Mine', why: 'not Sector is logistics, not 50 to 500 employees' },
    })
    expect(JSON.stringify(await getProfilePage(teams.as(teams.csLead), id))).not.toContain('96000')
    expect(page).toMatchObject({ state: 'current', changed: null })
    expect(page.signatures.map(({ team, name }) => [team, name])).toEqual([
      ['cs', teams.csLead.name],
      ['product', teams.productLead.name],
    ])
  })

  // 80 of 100 points met: σ(ln 9 · 0.6) = 0.789, ideal.
  test('claims nothing of an account that misses what may not be told', async ({ db }) => {
    const teams = await makeTeams(db)
    const [sector] = proposal(teams.lineId).criteria
    if (!sector) throw new Error('No criteria')
    const arr = { ...sector, label: 'Pays well', attribute: 'derived:arr', points: 20 }
    const criteria = [
      { ...sector, points: 80 },
      { ...arr, operator: 'at_least' as const, operand: 50_000 },
    ]
    const id = await putInForce(teams, { criteria })
    await makeAccount(db, { ...ideal, name: 'Anna Freight' })
    const viewer = await makePerson(db, { role: 'viewer', team: 'other' })
    for (const reader of [viewer, teams.csLead]) {
      const { examples } = await getProfilePage(teams.as(reader), id)
      expect(examples.ideal).toMatchObject([{ name: 'Anna Freight', why: '' }])
    }
  })

  test('says what a proposal changes, and that it is not in force', async ({ db }) => {
    const teams = await makeTeams(db)
    await putInForce(teams, {})
    const { as, csLead, lineId } = teams
    const summary = 'Logistics companies, whatever their size.'
    const id = await proposeProfile(as(csLead), proposal(lineId, { summary }))
    const page = await getProfilePage(as(csLead), id)
    expect(page).toMatchObject({ state: 'proposed', effectiveOn: null, signatures: [] })
    expect(page.changed).toEqual({
      since: 1,
      texts: [`“Logistics companies of 50 to 500 people.” became “${summary}”`],
    })
    expect(await refusal(getProfilePage(as(csLead), 999))).toBe('not_found')
  })
})
