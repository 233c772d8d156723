import { arrOf } from '#app/domain/accounts/contract-rules.ts'
import type { Context } from '#app/domain/context.ts'
import { fitAccount } from '#app/domain/icp/fit.ts'
import { gatherFacts, openArr } from '#app/domain/icp/gather-facts.server.ts'
import { loadCourses } from '#app/domain/icp/load-courses.server.ts'
import { sampleOf } from '#app/domain/icp/sample.ts'
import { weighCriteria } from '#app/domain/icp/weigh-criteria.ts'
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
  const weights = weighCriteria(
    criteria,
    sampleOf(await loadCourses(ctx, productLineId)).observations,
  )
  const here = accounts.filter(({ archivedAt }) => archivedAt === null)
  const fits = new Map(here.map(({ id }) => [id, fitAccount(criteria, facts.get(id) ?? {})]))
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
    const known = fit.unknown.length < criteria.length
    const arr = toMajor(arrOf([contract], rates).amount)
    return [{ startsOn, arr, fit: known ? fit.fit : null }]
  })
  return { today, currency: rates.base, weights, standings, signings }
}
