import { describe, expect } from 'vitest'

import { measureDraft, openDraft } from '#app/domain/icp/measure-draft.server.ts'
import { criterionValues } from '#app/domain/icp/proposal-values.ts'
import { addAttribute } from '#app/domain/organisation/attributes.server.ts'
import { makeAccount, makeContract, makePerson } from '#tests/support/company.ts'
import { industry, size } from '#tests/support/criteria.ts'
import { test } from '#tests/support/db.ts'
import { refusal, signedIn } from '#tests/support/people.ts'
import { makeTeams } from '#tests/support/profile.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'
import type { Executor } from '#db/client.ts'

const written = (criterion: typeof industry | typeof size) =>
  criterionValues({ ...criterion, key: '', why: '' })

/** Four accounts: one meets both criteria, one is a retailer of unknown size, one is neither, one has churned. */
async function makeAccounts(db: Executor) {
  const teams = await makeTeams(db)
  const both = await makeAccount(db, { industry: 'Logistics', employees: 100 })
  const unknown = await makeAccount(db, { industry: 'Retail', employees: null })
  await makeAccount(db, { industry: 'Mining', employees: 9, lifecycle: 'prospect' })
  await makeAccount(db, { industry: 'Retail', employees: 100, lifecycle: 'churned' })
  await makeContract(db, { accountId: both, amountMinor: 50_000_00 })
  await makeContract(db, { accountId: unknown, amountMinor: 1_500, period: 'month' })
  return { ...teams, ctx: teams.as(teams.csLead) }
}

describe('a proposal that is being written', () => {
  test('is counted row by row, and as it would weigh', async ({ db }) => {
    const { ctx, lineId } = await makeAccounts(db)
    const rows = [written(industry), written(size)]
    const { rows: counted, spread } = await measureDraft(ctx, {
      productLineId: lineId,
      criteria: rows,
    })
    // 12 · 15 € of the retailer.
    expect(counted).toEqual([
      { met: { accounts: 2, arr: 50_180 }, unknown: { accounts: 0, arr: 0 }, absent: [] },
      { met: { accounts: 1, arr: 50_000 }, unknown: { accounts: 1, arr: 180 }, absent: [] },
    ])
    // 0.9 ideal; 60 points met, the rest unknown: σ(0.6·ln 9) = 0.789, ideal; none met: 0.1.
    expect(spread?.bands.map(({ accounts }) => accounts)).toEqual([2, 0, 0, 1])
    expect(spread?.all).toEqual({ accounts: 3, arr: 50_180 })
  })

  test('is counted where a row has no name and no points yet, and not where it asks nothing', async ({
    db,
  }) => {
    const { ctx, lineId } = await makeAccounts(db)
    const bare = { ...written(industry), label: '', points: '', value: 'retail, Fishing' }
    const criteria = [
      { ...written(size), value: 'fifty' },
      bare,
      { ...written(size), attribute: 'custom:gone' },
      { ...written(size), attribute: 'industry' },
      { ...written(size), label: 'Nothing else is chosen', attribute: '' },
      {},
    ]
    const { rows, spread } = await measureDraft(ctx, { productLineId: lineId, criteria })
    expect(rows.map((row) => row?.met.accounts ?? null)).toEqual([null, 1, null, null, null, null])
    expect(rows[1]?.absent).toEqual(['Fishing'])
    expect(spread).toBeNull()
  })

  test('opens with the values that are in use, the commonest first', async ({ db }) => {
    const { as, ctx, lineId } = await makeAccounts(db)
    const admin = as(await makePerson(db, { role: 'admin' }))
    const tier = { label: 'Tier', choices: ['Gold', 'Silver'], changeable: false }
    await addAttribute(admin, { ...tier, type: 'choice' })
    const { attributes } = await openDraft(ctx, { productLineId: lineId, criteria: [] })
    const valuesOf = (key: string) => attributes.find((one) => one.key === key)?.values
    expect(valuesOf('industry')).toEqual(['Retail', 'Logistics', 'Mining'])
    expect(valuesOf('custom:tier')).toEqual(['Gold', 'Silver'])
    expect(valuesOf('employees')).toEqual([])
  })

  test('is counted for those who may propose', async ({ db }) => {
    const { as, csm, lineId } = await makeAccounts(db)
    const draft = { productLineId: lineId, criteria: [] }
    const viewer = await makePerson(db, { role: 'viewer', team: 'cs' })
    for (const actor of [csm, viewer]) {
      expect(await refusal(measureDraft(as(actor), draft))).toBe('forbidden')
    }
  })

  test('is counted without JavaScript, with everything that was typed', async ({ db }) => {
    const { csLead, lineId } = await makeAccounts(db)
    const route = (await loadRoutes()).find(({ id }) => id === 'routes/profile/new')
    if (!route) throw new Error('The page is not on the map')
    const typed = { ...written(industry), label: '' }
    const fields = Object.entries(typed).map(([key, value]) => [`criteria[0].${key}`, value])
    const { said } = await callRoute(route, 'action', signedIn(csLead), {
      ...{ intent: 'count', productLineId: String(lineId), summary: 'Half a sentence' },
      ...Object.fromEntries(fields),
    })
    expect(said).toMatchObject({
      measure: { rows: [{ met: { accounts: 2 } }] },
      result: {
        initialValue: { summary: 'Half a sentence', criteria: [{ value: 'Logistics, Retail' }] },
        error: { 'criteria[0].label': ['Give it a name.'] },
      },
    })
  })
})
