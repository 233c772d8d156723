import { describe, expect } from 'vitest'

import { addContract } from '#app/domain/accounts/add-contract.server.ts'
import { editAccount } from '#app/domain/accounts/edit-account.server.ts'
import { endContract } from '#app/domain/accounts/edit-contract.server.ts'
import { getAccount } from '#app/domain/accounts/get-account.server.ts'
import type { Context } from '#app/domain/context.ts'
import { fitAccounts } from '#app/domain/icp/account-fits.server.ts'
import { listAttributeUses } from '#app/domain/icp/attribute-uses.server.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import type { Proposal } from '#app/domain/icp/schemas.ts'
import { weightByPoints } from '#app/domain/icp/weights.ts'
import {
  addAttribute,
  archiveAttribute,
  restoreAttribute,
} from '#app/domain/organisation/attributes.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { itemScores } from '#db/schema/scores.ts'
import { accountInput, contractInput } from '#tests/integration/accounts/world.ts'
import {
  makeAccount,
  makeContract,
  makeItem,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { makeTeams, putInForce } from '#tests/support/profile.ts'

const atLeast = (attribute: string, operand: number): Proposal['criteria'][number] => ({
  ...{ kind: 'points', label: attribute, attribute, points: 100, why: '' },
  ...{ operator: 'at_least', operand },
})

/** A company whose profile is one criterion, with an account that asks for an item. */
async function makeAsking(db: Context['db'], criterion: Proposal['criteria'][number]) {
  const teams = await makeTeams(db)
  const { as, csm, lineId } = teams
  const admin = as(await makePerson(db, { role: 'admin' }))
  const sites = { label: 'Sites', choices: [], changeable: false }
  await addAttribute(admin, { ...sites, type: 'number' })
  const asking = { name: 'Holding', region: 'Germany', attributes: { sites: 3 }, ownerId: csm.id }
  const accountId = await makeAccount(db, asking)
  const contractId = await makeContract(db, { accountId })
  const sameAs = await makeItem(db, { productLineId: lineId })
  await submitRequest(as(csm), submission({ accountId, productLineId: lineId, sameAs }))
  await putInForce(teams, { criteria: [criterion] })
  const value = async () => (await db.select().from(itemScores))[0]?.value ?? 0
  return { ...teams, admin, accountId, contractId, value }
}

// A criterion of 100 points gives fit 0.1, 0.5 when unknown, 0.9: weights 0.55, 0.75, 0.95.
describe('the score follows', () => {
  test('a region of what the account owns', async ({ db }) => {
    const { as, csm, accountId, value } = await makeAsking(db, atLeast('derived:regions', 2))
    const before = await value()
    const child = { name: 'Daughter', parentId: accountId, ownerId: csm.id }
    const childId = await makeAccount(db, child)
    const to = accountInput({ ...child, region: 'France' })
    await editAccount(as(csm), { ...to, accountId: childId, version: 1 })
    expect((await value()) / before).toBeCloseTo(0.95 / 0.55, 9)
  })

  test('a contract that is added, and one that ends', async ({ db }) => {
    const { as, csm, accountId, value } = await makeAsking(db, atLeast('derived:contracts', 2))
    const before = await value()
    const terms = contractInput({ amount: { minor: 0, currency: 'EUR' } })
    const { contractId } = await addContract(as(csm), { ...terms, accountId })
    expect((await value()) / before).toBeCloseTo(0.95 / 0.55, 9)
    await endContract(as(csm), { contractId, version: 1, endedOn: '2026-01-15' })
    expect(await value()).toBeCloseTo(before, 6)
  })

  test('an attribute that is put away, and used again', async ({ db }) => {
    const { admin, value } = await makeAsking(db, atLeast('custom:sites', 2))
    const before = await value()
    const uses = await listAttributeUses({ db }, 'custom:sites')
    expect(uses).toMatchObject([{ line: 'Platform', number: 1, state: 'current' }])
    await archiveAttribute(admin, { key: 'sites' })
    expect((await value()) / before).toBeCloseTo(0.75 / 0.95, 9)
    const removed = async () => {
      const { criteria } = await getProfile({ db }, uses[0]?.profileId ?? 0)
      return criteria.map((one) => [one.test, one.removed])
    }
    expect(await removed()).toEqual([['Sites is at least 2', true]])
    await restoreAttribute(admin, { key: 'sites' })
    expect(await value()).toBeCloseTo(before, 6)
    expect(await removed()).toEqual([['Sites is at least 2', false]])
  })
})

test('how a criterion on ARR comes out is told to those who may see revenue', async ({ db }) => {
  const criterion = atLeast('derived:arr', 50_000)
  const { as, csm, accountId } = await makeAsking(db, criterion)
  const outsider = await makePerson(db, { role: 'viewer', team: 'other' })
  const told = (await getAccount(as(csm), accountId)).fits[0]?.fit
  expect(told?.reasonsFor.map(({ value }) => value)).toEqual([96_000])
  const untold = (await getAccount(as(outsider), accountId)).fits[0]?.fit
  expect(untold?.fit).toBe(told?.fit)
  expect(untold).toMatchObject({ reasonsFor: [], reasonsAgainst: [], unknown: [] })
  expect(untold?.withheld.map(({ label, value }) => [label, value])).toEqual([
    ['derived:arr', null],
  ])
  const weighed = [{ ...criterion, ...weightByPoints(criterion) }]
  const [listed] = await fitAccounts(as(outsider), weighed)
  expect([listed?.arr, listed?.fit.reasonsFor]).toEqual([null, []])
})
