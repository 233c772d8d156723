import { asc, eq } from 'drizzle-orm'

import type { Actor } from '#app/domain/context.ts'
import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { finishPoll, ratePollAccount } from '#app/domain/polls/answer-poll.server.ts'
import { openPoll } from '#app/domain/polls/open-poll.server.ts'
import type { Executor } from '#db/client.ts'
import { pollAccounts } from '#db/schema/polls.ts'

import { makeAccount, makeCompany, makePerson } from './company.ts'
import { industry, size } from './criteria.ts'

/** A company with a profile in force (Sector 60, Size 40), accounts, and three people a team; its polls close on 29 January. */
export async function makePollCompany(db: Executor, accounts = 24) {
  const company = await makeCompany(db)
  const { as, lineId } = company
  const csLead = await makePerson(db, { name: 'Maren Vogt', role: 'manager' })
  const productLead = await makePerson(db, {
    name: 'Tomás Herrera',
    role: 'manager',
    team: 'product',
  })
  const csm2 = await makePerson(db, { name: 'Emre Yıldız' })
  const pm2 = await makePerson(db, { name: 'Priya Nair', team: 'product' })
  const profileId = await proposeProfile(as(csLead), {
    productLineId: lineId,
    summary: 'Logistics companies.',
    reason: 'The first one.',
    criteria: [
      { ...industry, why: '' },
      { ...size, why: '' },
    ],
  })
  await approveProfile(as(csLead), profileId, 1)
  await approveProfile(as(productLead), profileId, 1)
  for (let i = 1; i <= accounts; i++) {
    await makeAccount(db, {
      name: `Customer ${String(i).padStart(2, '0')}`,
      industry: i % 2 ? 'Logistics' : 'Banking',
      employees: i % 3 ? i * 40 : null,
    })
  }
  const team = [company.csm, company.pm, csLead, productLead, csm2, pm2]
  const open = async (by: Actor = csLead, people: readonly Actor[] = team) =>
    openPoll(as(by), {
      productLineId: lineId,
      closesOn: '2026-01-29',
      people: people.map(({ id }) => id),
    })
  const criteria = (await getProfile({ db }, profileId)).criteria.map(({ id }) => id)
  /** Rates every account by its place in the poll and spreads the points. */
  const answer = async (
    pollId: number,
    by: Actor,
    rate: (place: number) => number | null,
    points: readonly number[] = [60, 40],
  ) => {
    for (const [place, accountId] of (await sampleOf(db, pollId)).entries()) {
      await ratePollAccount(as(by), pollId, { accountId, rating: rate(place) })
    }
    await finishPoll(as(by), pollId, {
      points: criteria.map((criterionId, i) => ({ criterionId, points: points[i] ?? 0 })),
    })
  }
  return { ...company, csLead, productLead, csm2, pm2, profileId, team, open, criteria, answer }
}

/** The accounts of a poll, in the order in which they are kept. */
export async function sampleOf(db: Executor, pollId: number): Promise<number[]> {
  const rows = await db
    .select({ id: pollAccounts.accountId })
    .from(pollAccounts)
    .where(eq(pollAccounts.pollId, pollId))
    .orderBy(asc(pollAccounts.position))
  return rows.map(({ id }) => id)
}
