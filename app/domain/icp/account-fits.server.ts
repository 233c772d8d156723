import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import type { Lifecycle } from '#db/constants.ts'

import { ARR_KEY } from './derived.ts'
import { findingsOf, fitAccount, scoreFindings, withholding, type Fit, type Score } from './fit.ts'
import { gatherFacts, openArr, type Gathered } from './gather-facts.server.ts'
import type { WeighedCriterion } from './weights.ts'

/** An account against criteria, without the reasons. */
export type AccountScore = {
  id: number
  name: string
  lifecycle: Lifecycle
  ownerId: number | null
  /** Base units a year; null for whoever may not see revenue. */
  arr: number | null
  fit: Score
  /** What comes of each criterion, in their order; null when unknown. */
  met: (boolean | null)[]
}

export type AccountFit = AccountScore & { fit: Fit }

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
  const gathered = await gatherFacts(ctx)
  const reasons = reasonsOf(ctx, gathered, criteria)
  return scoreGathered(ctx, gathered, criteria).map(reasons)
}

/** The same without the reasons: of a whole book it is much the quicker. */
export async function scoreAccounts(
  ctx: Context,
  criteria: readonly WeighedCriterion[],
): Promise<AccountScore[]> {
  return scoreGathered(ctx, await gatherFacts(ctx), criteria)
}

/** The same of records that were gathered before, for several sets of criteria. */
export function scoreGathered(
  ctx: Context,
  gathered: Gathered,
  criteria: readonly WeighedCriterion[],
): AccountScore[] {
  const arrAt = openArr(gathered)
  const revenue = may(ctx.actor, 'revenue.read')
  return gathered.accounts
    .filter(({ archivedAt, lifecycle }) => archivedAt === null && lifecycle !== 'churned')
    .map(({ id, name, lifecycle, ownerId }) => {
      const findings = findingsOf(criteria, gathered.facts.get(id) ?? {})
      return {
        id,
        name,
        lifecycle,
        ownerId,
        arr: revenue ? arrAt(id) : null,
        fit: scoreFindings(findings),
        met: findings.map(({ met }) => met),
      }
    })
}

/** What speaks for and against an account that was scored, as the reader may know it. */
export function reasonsOf(
  ctx: Pick<Context, 'actor'>,
  { facts }: Pick<Gathered, 'facts'>,
  criteria: readonly WeighedCriterion[],
): (account: AccountScore) => AccountFit {
  return (account) => ({
    ...account,
    fit: readableFit(ctx, fitAccount(criteria, facts.get(account.id) ?? {})),
  })
}
