import { inArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { people } from '#db/schema/people.ts'

import {
  reasonsOf,
  scoreGathered,
  type AccountFit,
  type AccountScore,
} from './account-fits.server.ts'
import { CLOSE_STEPS, stepsTo, type Goal, type Listed } from './closeness.ts'
import type { Profile } from './get-profile.server.ts'
import { gatherFacts } from './gather-facts.server.ts'
import { describePaths, type DescribedStep } from './line-fit.ts'
import { changeableAttributes } from './list-attributes.server.ts'
import { measureFits } from './measures.ts'
import { pathFinder } from './path.ts'

const PAGE = 100

/** An account against a version, and, where the list is of close ones, what it lacks. */
type ListedAccount = Pick<AccountFit, 'id' | 'name' | 'arr' | 'fit'> & {
  owner: string | null
  steps: DescribedStep[] | null
}

/** One page of the accounts that have not churned against a version, with how many there are in each band. */
export async function listFitAccounts(ctx: Context, profile: Profile, query: Listed) {
  const gathered = await gatherFacts(ctx)
  const scores = scoreGathered(ctx, gathered, profile.criteria)
  const own = query.mine ? scores.filter(({ ownerId }) => ownerId === ctx.actor.id) : scores
  const found = query.close
    ? await closeTo(ctx, profile, own, query.close)
    : own
        .filter(({ fit }) => query.band === null || fit.band === query.band)
        .map((account) => ({ account, steps: null }))
  const page = found
    .sort((a, b) => compare(query, a, b))
    .slice((query.page - 1) * PAGE, query.page * PAGE)
  const owners = await namesOf(
    ctx,
    page.flatMap(({ account }) => account.ownerId ?? []),
  )
  const reasons = reasonsOf(ctx, gathered, profile.criteria)
  return {
    rows: page.map(({ account, steps }): ListedAccount => {
      const { id, name, arr, fit, ownerId } = reasons(account)
      const owner = (ownerId !== null && owners.get(ownerId)) || null
      return { id, name, arr, fit, owner, steps }
    }),
    total: found.length,
    pages: Math.ceil(found.length / PAGE),
    bands: measureFits(scores, profile.criteria).bands,
    all: scores.length,
  }
}

type Found = { account: AccountScore; steps: DescribedStep[] | null }

/** The accounts that a step or two lift to the goal, with those steps. */
async function closeTo(
  ctx: Context,
  { criteria }: Profile,
  scores: readonly AccountScore[],
  goal: Goal,
): Promise<Found[]> {
  const find = pathFinder(criteria, await changeableAttributes(ctx))
  return scores.flatMap((account) => {
    const found = find(account.met)
    const steps = stepsTo(found, account.fit.band, goal)
    if (steps === null || steps.length > CLOSE_STEPS) return []
    const described = describePaths({ ...found, paths: [{ to: 'ideal', steps }] }, criteria, {})
    return [{ account, steps: described.paths[0]?.steps ?? [] }]
  })
}

/** By ARR where that is asked for, else the fewest steps first, then the best fit; names decide a tie. */
function compare({ sort, close }: Listed, a: Found, b: Found): number {
  const byFit = b.account.fit.fit - a.account.fit.fit
  if (sort === 'arr') return (b.account.arr ?? 0) - (a.account.arr ?? 0) || byFit
  return close ? (a.steps?.length ?? 0) - (b.steps?.length ?? 0) || byFit : byFit
}

async function namesOf(ctx: Context, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
