import { expect } from 'vitest'

import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { loader } from '#app/routes/profile/json.ts'
import { makeAccount, makeCompany, makeContract, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { contextOf } from '#tests/support/routes.ts'

test('GET /profiles/:id/profile.json gives a viewer the version, without accounts and money', async ({
  db,
}) => {
  const { as, lineId } = await makeCompany(db)
  const lead = await makePerson(db, { role: 'manager', team: 'cs' })
  const viewer = await makePerson(db, { role: 'viewer', team: 'other' })
  const accountId = await makeAccount(db, { name: 'Rhône Textiles', industry: 'Retail' })
  await makeContract(db, { accountId, amountMinor: 50_000_00 })
  const criterion = {
    kind: 'points',
    label: 'Sector is retail',
    attribute: 'industry',
    operator: 'is_one_of',
    operand: ['Retail'],
    points: 100,
    why: 'They ship daily.',
  } as const
  const id = await proposeProfile(as(lead), {
    productLineId: lineId,
    summary: 'Retailers.',
    reason: 'First version',
    criteria: [{ ...criterion, operand: [...criterion.operand] }],
  })
  const request = new Request(`http://causeway.test/profiles/${id}/profile.json`)
  const context = contextOf(signedIn(viewer))
  const answer = await loader({ request, params: { id: String(id) }, context })
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({
    version: 1,
    state: 'proposed',
    effectiveOn: null,
    summary: 'Retailers.',
    reason: 'First version',
    criteria: [{ ...criterion, test: 'Industry is Retail' }],
    signatures: [],
  })
  expect(text).not.toMatch(/Rhône|arr|50[_,.]?000/)
})
