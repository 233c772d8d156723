import { expect } from 'vitest'

import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { listEdits } from '#app/domain/icp/list-edits.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { refusal } from '#tests/support/people.ts'
import { makeTeams, proposal } from '#tests/support/profile.ts'

test('an edit keeps what it changed, and who had approved the text before it and why', async ({
  db,
}) => {
  const { as, csLead, productLead, lineId } = await makeTeams(db)
  const id = await proposeProfile(as(productLead), proposal(lineId))
  await approveProfile(as(csLead), id, 1, 'As we agreed in May')
  const profile = await getProfile({ db }, id)
  expect(profile.signatures).toMatchObject([{ team: 'cs', why: 'As we agreed in May' }])
  const [sector, size] = proposal(lineId).criteria.map((criterion, index) => ({
    ...criterion,
    key: profile.criteria[index]?.key ?? '',
  }))
  if (!sector || !size) throw new Error('No criteria')

  const heavier = [
    { ...sector, points: 70 },
    { ...size, points: 30 },
  ]
  const first = proposal(lineId, { profileId: id, version: 1, criteria: heavier })
  await proposeProfile(as(csLead), first)
  const only = [{ ...sector, points: 100 }]
  const second = { profileId: id, version: 2, summary: 'Logistics.', criteria: only }
  await proposeProfile(as(productLead), proposal(lineId, second))
  expect(await refusal(proposeProfile(as(csLead), first))).toBe('conflict')

  expect(await listEdits({ db }, id, await getProfile({ db }, id))).toMatchObject([
    {
      ...{ textVersion: 2, by: productLead.name, at: NOW, lapsed: [] },
      changes: [
        'Sector is logistics: 70 to 100 points',
        '50 to 500 employees removed',
        '“Logistics companies of 50 to 500 people.” became “Logistics.”',
      ],
    },
    {
      ...{ textVersion: 1, by: csLead.name },
      changes: ['Sector is logistics: 60 to 70 points', '50 to 500 employees: 40 to 30 points'],
      lapsed: [{ team: 'cs', name: csLead.name, at: NOW, why: 'As we agreed in May' }],
    },
  ])
})
