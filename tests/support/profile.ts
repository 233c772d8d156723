import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import type { Proposal } from '#app/domain/icp/schemas.ts'
import type { Executor } from '#db/client.ts'

import { makeCompany, makePerson } from './company.ts'

/** The example company with managers: two of CS, one of Product. */
export async function makeTeams(db: Executor) {
  const company = await makeCompany(db)
  const manager = (team: 'cs' | 'product') => makePerson(db, { role: 'manager', team })
  const [csLead, productLead, otherCsLead] = [
    await manager('cs'),
    await manager('product'),
    await manager('cs'),
  ]
  return { ...company, csLead, productLead, otherCsLead }
}

/** The form of a first version: logistics 60 points, 50 to 500 employees 40. */
export function proposal(productLineId: number, values: Partial<Proposal> = {}): Proposal {
  return {
    productLineId,
    summary: 'Logistics companies of 50 to 500 people.',
    reason: 'First version',
    criteria: [
      {
        kind: 'points',
        label: 'Sector is logistics',
        attribute: 'industry',
        operator: 'is_one_of',
        operand: ['Logistics'],
        points: 60,
        why: '',
      },
      {
        kind: 'points',
        label: '50 to 500 employees',
        attribute: 'employees',
        operator: 'between',
        operand: { low: 50, high: 500 },
        points: 40,
        why: '',
      },
    ],
    ...values,
  }
}

/** Puts a profile in force, signed by both teams. */
export async function putInForce(
  {
    as,
    csLead,
    productLead,
    lineId,
  }: Pick<Awaited<ReturnType<typeof makeTeams>>, 'as' | 'csLead' | 'productLead' | 'lineId'>,
  values: Partial<Proposal>,
): Promise<number> {
  const id = await proposeProfile(as(productLead), proposal(lineId, values))
  await approveProfile(as(csLead), id, 1)
  await approveProfile(as(productLead), id, 1)
  return id
}
