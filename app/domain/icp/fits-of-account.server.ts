import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'

import { readableFit } from './account-fits.server.ts'
import { passes } from './criteria.ts'
import { getCurrentCriteria } from './current-criteria.server.ts'
import { ARR_KEY } from './derived.ts'
import { fitAccount } from './fit.ts'
import { getFacts } from './gather-facts.server.ts'
import { describePaths, type LineFit } from './line-fit.ts'
import { changeableAttributes } from './list-attributes.server.ts'
import { pathFinder } from './path.ts'

/** The fit of an account against the profile in force of each product line that has one, and the ways to a better one. */
export async function fitsOfAccount(ctx: Context, accountId: number): Promise<LineFit[]> {
  const profiles = await getCurrentCriteria(ctx)
  if (profiles.size === 0) return []
  const facts = await getFacts(ctx, accountId)
  const changeable = await changeableAttributes(ctx)
  const lines = await listProductLines(ctx)
  const secret = may(ctx.actor, 'revenue.read') ? null : ARR_KEY
  const fits = lines.flatMap(({ id, name, slug }) => {
    const criteria = profiles.get(id)
    if (!criteria) return []
    const met = criteria.map((criterion) => passes(criterion, facts[criterion.attribute]))
    const paths = describePaths(pathFinder(criteria, changeable)(met), criteria, facts)
    return {
      productLine: name,
      slug,
      fit: readableFit(ctx, fitAccount(criteria, facts)),
      paths: { ...paths, fixed: paths.fixed.filter(({ attribute }) => attribute !== secret) },
    }
  })
  const best = Math.max(...fits.map(({ fit }) => fit.fit))
  return fits.map((one) => ({ ...one, isBest: fits.length > 1 && one.fit.fit === best }))
}
