import { randomUUID } from 'node:crypto'

import { eq } from 'drizzle-orm'

import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { Executor } from '#db/client.ts'
import { requests } from '#db/schema/requests.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makeOpportunity,
  makePerson,
  submission,
} from '#tests/support/company.ts'

/**
 * Two items of the same cost: sign-in hangs on a renewal of €100,000 of Anadolu, depots on an expansion of €100,000 of
 * Bosporus; each is asked for once, critical. A third account asks for nothing.
 */
export async function makeModelWorld(db: Executor) {
  const { as, csm, pm, lineId } = await makeCompany(db)
  const lead = await makePerson(db, { name: 'Tomás Herrera', role: 'manager', team: 'product' })
  const peer = await makePerson(db, { name: 'Mia Berg', role: 'manager', team: 'product' })
  const cost = { costLow: 4, costLikely: 6, costHigh: 10, productLineId: lineId }
  const signIn = await makeItem(db, { title: 'Single sign-on', ...cost })
  const depots = await makeItem(db, { title: 'Two depots', ...cost })

  const anadolu = await makeAccount(db, { name: 'Anadolu', healthScore: 50 })
  const contractId = await makeContract(db, { accountId: anadolu, amountMinor: 100_000_00 })
  const bosporus = await makeAccount(db, { name: 'Bosporus', healthScore: 50, lifecycle: 'active' })
  const opportunityId = await makeOpportunity(db, {
    accountId: bosporus,
    amountMinor: 100_000_00,
    probability: 50,
    closesOn: '2026-05-31',
  })
  const quiet = await makeAccount(db, { name: 'Quiet', healthScore: 50 })
  await makeContract(db, { accountId: quiet, amountMinor: 100_000_00 })

  const ask = async (accountId: number, itemId: number, opportunityIds: number[]) => {
    const { id } = await submitRequest(
      as(csm),
      submission({
        ...{ accountId, productLineId: lineId, opportunityIds, stakeFor: accountId },
        contractIds: opportunityIds.length > 0 ? [] : [contractId],
        importance: 'critical',
        submissionKey: randomUUID(),
      }),
    )
    await db.update(requests).set({ state: 'linked', itemId }).where(eq(requests.id, id))
  }
  await ask(anadolu, signIn, [])
  await ask(bosporus, depots, [opportunityId])
  await refreshScores(as(lead), 'all')
  return { as, csm, pm, lead, peer, lineId, signIn, depots, anadolu, contractId, quiet }
}
