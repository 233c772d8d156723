import { may } from '#app/auth/permissions.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { loadMomentsOfItem, type KeptVersion } from '#app/domain/scoring/load-moment.server.ts'
import { inputChanges } from '#app/domain/scoring/input-changes.ts'
import { rankMovement } from '#app/domain/scoring/rank-movement.ts'
import { findLastMoment } from '#app/domain/scoring/moments.server.ts'
import { whyMoved } from '#app/domain/scoring/why-moved.ts'

import { listAuthors } from './list-authors.server.ts'
import { listCompanyChanges } from './list-company-changes.server.ts'
import { listNames } from './list-names.server.ts'
import { listRanking } from './list-ranking.server.ts'
import type { Movement } from './movement.ts'
import type { Point } from './points.ts'
import { tellCauses } from './tell-causes.ts'

type Subject = { id: number; lineId: number }
type Ends = { from: Point; to: Point }

/**
 * Why an item moved between two points: its score by causes that add up, each with what changed, and its rank by what
 * it did itself and what the others did.
 */
export async function getMovement(ctx: Context, item: Subject, span: Ends): Promise<Movement> {
  authorize(ctx, 'read')
  const { from, to } = span
  const [before, after] = await loadMomentsOfItem(ctx, [from.momentId, to.momentId], item.id)
  if (!before || !after) throw new Error('Two moments were asked for')
  const last = await findLastMoment(ctx)
  const rankingAt = (point: Point, { parameters }: KeptVersion) =>
    listRanking(ctx, item.lineId, point, { now: point.momentId === last?.id, parameters })
  const rank = rankMovement(
    String(item.id),
    await rankingAt(from, before),
    await rankingAt(to, after),
  )
  const score = may(ctx.actor, 'revenue.read')
    ? await getScoreMovement(ctx, item, span, before, after)
    : null
  return { score, rank, known: before.places.has(String(item.id)) }
}

async function getScoreMovement(
  ctx: Context,
  { id }: Subject,
  span: Ends,
  before: KeptVersion,
  after: KeptVersion,
): Promise<Movement['score']> {
  const movement = whyMoved(String(id), before, after)
  const changes = inputChanges(String(id), before, after)
  const exposures = [before, after].flatMap(({ input }) => input.exposures)
  const idsOf = (type: 'item' | 'request') =>
    changes.flatMap(({ subject }) => (subject.type === type ? Number(subject.id) : []))
  const names = await listNames(ctx, {
    accounts: [...new Set(exposures.map(({ accountId }) => Number(accountId)))],
    items: idsOf('item'),
    requests: idsOf('request'),
  })
  const versions = { from: before.modelVersionId, to: after.modelVersionId }
  return tellCauses({
    movement,
    changes,
    holders: new Map(exposures.map((one) => [one.id, Number(one.accountId)])),
    names,
    author: await listAuthors(ctx, changes, span),
    company: await listCompanyChanges(ctx, span, versions),
  })
}
