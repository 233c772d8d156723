import { arrOf } from '#app/domain/accounts/contract-rules.ts'
import type { Context } from '#app/domain/context.ts'
import { findingsOf, scoreFindings } from '#app/domain/icp/fit.ts'
import { gatherFacts, openArr } from '#app/domain/icp/gather-facts.server.ts'
import { weighNow } from '#app/domain/icp/weigh-now.server.ts'
import type { WeighedCriterion } from '#app/domain/icp/weights.ts'
import { toMajor } from '#app/domain/money.ts'

import type { Standing } from './fit-shift.ts'
import type { Signing } from './signings.ts'

/** A version that is held against today. */
export type WatchedProfile = {
  id: number
  productLineId: number
  criteria: readonly WeighedCriterion[]
}

/**
 * How accounts, signings and outcomes stand against a version today. Has the revenue of everybody: what of it a
 * reader may know is for the caller.
 */
export async function loadStand(
  ctx: Pick<Context, 'db' | 'now'>,
  { productLineId, criteria }: WatchedProfile,
) {
  const gathered = await gatherFacts(ctx)
  const { accounts, contracts, rates, today, facts } = gathered
  const weights = await weighNow(ctx, productLineId, criteria)
  const here = accounts.filter(({ archivedAt }) => archivedAt === null)
  const fits = new Map(
    here.map(({ id }) => {
      const findings = findingsOf(criteria, facts.get(id) ?? {})
      const known = findings.some(({ met }) => met !== null)
      return [id, { fit: scoreFindings(findings).fit, known }]
    }),
  )
  const arrAt = openArr(gathered)
  const standings = here
    .filter(({ lifecycle }) => lifecycle !== 'churned')
    .map(({ id, name }): Standing => ({
      ...{ id, name, arr: arrAt(id) },
      fit: fits.get(id)?.fit ?? 0,
    }))
  const signings = contracts.flatMap((contract): Signing[] => {
    const { startsOn, productLineId: of } = contract
    const fit = fits.get(contract.accountId)
    if (!fit || startsOn === null || (of !== null && of !== productLineId)) return []
    const arr = toMajor(arrOf([contract], rates).amount)
    return [{ startsOn, arr, fit: fit.known ? fit.fit : null }]
  })
  return { today, currency: rates.base, weights, standings, signings }
}

export type Stand = Awaited<ReturnType<typeof loadStand>>
