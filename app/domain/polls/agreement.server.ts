import type { Context } from '#app/domain/context.ts'
import { loadCourses } from '#app/domain/icp/load-courses.server.ts'
import type { SigningTeam } from '#db/constants.ts'

import type { AgreementData } from './agreement.ts'
import { foresight } from './foresight.ts'
import { listClosedPolls } from './get-poll.server.ts'
import { getManyResults, getOwnRatings, getStandings } from './get-results.server.ts'
import { apart } from './results.ts'
import { accountText } from './words.ts'

/** Accounts whose difference is put in words. */
const TOLD = 5
/** Means that lie nearer than this are no difference to talk about. */
const WORTH_TELLING = 1

type PollOfLine = { id: number; profileId: number; productLineId: number }

/** What both teams say in a closed poll, with the course over the line's polls; null while it is open. */
export async function getAgreement(ctx: Context, poll: PollOfLine): Promise<AgreementData | null> {
  const closed = await listClosedPolls(ctx, poll.productLineId)
  const all = await getManyResults(
    ctx,
    closed.map(({ id }) => id),
  )
  const results = all.get(poll.id)
  if (!results) return null
  const parted = (results.said?.rated ?? [])
    .filter((one) => apart(one) >= WORTH_TELLING)
    .slice(0, TOLD)
  const [own, standings, courses] = await Promise.all([
    getOwnRatings(ctx, poll.id),
    getStandings(
      ctx,
      poll.profileId,
      parted.map(({ id }) => id),
    ),
    loadCourses(ctx, poll.productLineId),
  ])
  const outcomes = new Map(courses.map(({ accountId, outcome }) => [accountId, outcome.good]))
  const foresightOf = (team: SigningTeam) =>
    foresight(
      (results.said?.rated ?? []).flatMap((one) => {
        const good = outcomes.get(one.id)
        return good == null ? [] : [{ rating: one[team].mean, good }]
      }),
    )
  return {
    results,
    foresight: { cs: foresightOf('cs'), product: foresightOf('product') },
    own,
    parted: parted.map((one) => ({ id: one.id, text: accountText(one, standings[one.id]) })),
    trend: closed.flatMap(({ id, number, closedOn }) => {
      const alignment = all.get(id)?.said?.alignment
      if (!alignment || alignment.score === null || alignment.verdict === 'few') return []
      const { score, interval } = alignment
      return [{ number, closedOn, score, interval }]
    }),
  }
}

/** The results of the last closed poll of a line, for a summary; null where none is closed. */
export async function findLastResults(ctx: Context, productLineId: number) {
  const last = (await listClosedPolls(ctx, productLineId)).at(-1)
  const results = last && (await getManyResults(ctx, [last.id])).get(last.id)
  return last && results ? { ...last, results } : null
}
