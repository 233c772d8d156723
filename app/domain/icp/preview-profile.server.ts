import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { carriersOf } from '#app/domain/model/carriers.ts'
import { supposeRanking } from '#app/domain/model/what-if.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'

import { scoreGathered } from './account-fits.server.ts'
import { bandChanges, bandMoves, moveReasons } from './band-moves.ts'
import { ARR_KEY } from './derived.ts'
import { scoreAccount } from './fit.ts'
import { gatherFacts } from './gather-facts.server.ts'
import { findProfiles, getProfile, type Profile } from './get-profile.server.ts'

/**
 * What a version would move if it replaced the one in force today: accounts between bands, money between bands, items
 * in the ranking of the line. Writes nothing. Amounts and scores are null for whoever may not see revenue.
 */
export async function previewProfile(ctx: Context, profile: Profile) {
  const revenue = may(ctx.actor, 'revenue.read')
  const { currentId } = await findProfiles(ctx, profile.productLineId)
  const inForce = currentId === null ? null : await getProfile(ctx, currentId)
  const gathered = await gatherFacts(ctx)
  const fits = scoreGathered(ctx, gathered, profile.criteria)
  const before = inForce && scoreGathered(ctx, gathered, inForce.criteria)
  const accounts = fits.map(({ fit: after, ...account }, index) => {
    const was = before?.[index]?.fit ?? after
    return {
      ...{ id: account.id, name: account.name, arr: account.arr },
      fit: [was.fit, after.fit] as const,
      band: [was.band, after.band] as const,
    }
  })
  const told = ({ criteria }: Pick<Profile, 'criteria'>) =>
    criteria.filter(({ attribute }) => revenue || attribute !== ARR_KEY)
  return {
    inForce: inForce && { id: inForce.id, number: inForce.number },
    accounts: accounts.length,
    moves: inForce
      ? bandMoves(accounts).map((one) => ({
          ...one,
          because: moveReasons(
            told(inForce),
            told(profile),
            gathered.facts.get(one.id) ?? {},
            one.fit[1] > one.fit[0],
          ),
        }))
      : [],
    bands: bandChanges(accounts),
    ranking: await previewRanking(ctx, profile, gathered.facts),
  }
}

async function previewRanking(
  ctx: Context,
  { productLineId: lineId, criteria }: Profile,
  facts: Awaited<ReturnType<typeof gatherFacts>>['facts'],
) {
  const revenue = may(ctx.actor, 'revenue.read')
  const { parameters } = await getModelVersion(ctx)
  const byAccount = new Map([...facts].map(([id, own]) => [id, scoreAccount(criteria, own).fit]))
  const { ranking, before, after } = await supposeRanking(
    ctx,
    { inForce: parameters, parameters, facts: null, fits: { lineId, byAccount } },
    lineId,
  )
  const [was, is] = [before, after].map(
    ({ items }) => new Map(items.map((item) => [item.id, item])),
  )
  const { moves, ranked, newPlaces, newScores } = ranking
  return {
    ...{ ranked, newPlaces, newScores },
    mostPlaces: Math.max(0, ...moves.map(({ rank }) => Math.abs(rank[0] - rank[1]))),
    moves: moves.map(({ score, ...move }) => ({
      ...move,
      score: revenue ? score : null,
      because: carriersOf(was?.get(move.id), is?.get(move.id)).map(({ change, ...carrier }) => ({
        ...carrier,
        more: change > 0,
        change: revenue ? change : null,
      })),
    })),
  }
}
