import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import type { Lifecycle } from '#db/constants.ts'

import { passes } from './criteria.ts'
import { ARR_KEY } from './derived.ts'
import { fitAccount, withholding, type Fit } from './fit.ts'
import { gatherFacts, openArr, type Gathered } from './gather-facts.server.ts'
import type { WeighedCriterion } from './weights.ts'

export type AccountFit = {
  id: number
  name: string
  lifecycle: Lifecycle
  ownerId: number | null
  /** Base units a year; null for whoever may not see revenue. */
  arr: number | null
  fit: Fit
  /** What comes of each criterion, in their order; null when unknown. */
  met: (boolean | null)[]
}

/** The fit as its reader may know it: how a criterion on ARR comes out is for those who may see revenue. */
export function readableFit({ actor }: Pick<Context, 'actor'>, fit: Fit): Fit {
  return may(actor, 'revenue.read')
    ? fit
    : withholding(fit, ({ attribute }) => attribute === ARR_KEY)
}

/** Fit of every account that has not churned against these criteria, by name. */
export async function fitAccounts(
  ctx: Context,
  criteria: readonly WeighedCriterion[],
): Promise<AccountFit[]> {
  return fitGathered(ctx, await gatherFacts(ctx), criteria)
}

/** The same of records that were gathered before, for several sets of criteria. */
export function fitGathered(
  ctx: Context,
  gathered: Gathered,
  criteria: readonly WeighedCriterion[],
): AccountFit[] {
  const arrAt = openArr(gathered)
  const revenue = may(ctx.actor, 'revenue.read')
  return gathered.accounts
    .filter(({ archivedAt, lifecycle }) => archivedAt === null && lifecycle !== 'churned')
    .map(({ id, name, lifecycle, ownerId }) => {
      const own = gathered.facts.get(id) ?? {}
      return {
        id,
        name,
        lifecycle,
        ownerId,
        arr: revenue ? arrAt(id) : null,
        fit: readableFit(ctx, fitAccount(criteria, own)),
        met: criteria.map((criterion) => passes(criterion, own[criterion.attribute])),
      }
    })
}
