import { may } from '#app/auth/permissions.ts'
import { getReceipt } from '#app/domain/backlog/get-receipt.server.ts'
import { getScoreHistory } from '#app/domain/backlog/history.server.ts'
import { listComments } from '#app/domain/comments/list-comments.server.ts'
import { markMentionsRead } from '#app/domain/comments/mention-list.server.ts'
import type { Context } from '#app/domain/context.ts'
import { listProfileLines } from '#app/domain/icp/list-profile-lines.server.ts'
import { listActivePeople } from '#app/domain/people/list-people.server.ts'

import { findPublishedRank } from './find-published-rank.server.ts'
import {
  TIMELINE_STEP,
  type ItemTab,
  type ItemTabContent,
  type ProfileNamed,
  type RankPoint,
  type ScorePoint,
} from './item-page.ts'
import { listItemRequests } from './list-item-requests.server.ts'
import { listOddsAround } from './list-odds.server.ts'
import { listTimeline } from './list-timeline.server.ts'

/**
 * What the open tab of an item shows. Opening the discussion reads what it says to the person.
 * @param shown entries of the history
 */
export async function getItemTab(
  ctx: Context,
  { id: itemId, lineId, rank }: { id: number; lineId: number; rank: number | null },
  tab: ItemTab,
  shown = TIMELINE_STEP,
): Promise<ItemTabContent> {
  switch (tab) {
    case 'receipt': {
      const receipt = may(ctx.actor, 'revenue.read') ? await getReceipt(ctx, itemId) : null
      return {
        tab,
        receipt: receipt?.receipt ?? null,
        profiles: receipt ? await listProfilesInForce(ctx) : [],
        trend: await getTrend(ctx, itemId),
        published: await findPublishedRank(ctx, { itemId, lineId }),
        rivals: rank === null ? null : await listOddsAround(ctx, { id: itemId, lineId, rank }, 1),
      }
    }
    case 'requests':
      return { tab, accounts: await listItemRequests(ctx, itemId) }
    case 'history':
      return {
        tab,
        trend: await getTrend(ctx, itemId),
        scores: may(ctx.actor, 'revenue.read') ? await getScores(ctx, itemId) : [],
        published: await findPublishedRank(ctx, { itemId, lineId }),
        rivals: rank === null ? null : await listOddsAround(ctx, { id: itemId, lineId, rank }, 1),
        timeline: await listTimeline(ctx, itemId, shown),
      }
    case 'discussion': {
      const people = may(ctx.actor, 'item.comment') ? await listActivePeople(ctx) : []
      const comments = await listComments(ctx, itemId)
      await markMentionsRead(ctx, { itemId })
      return { tab, comments, people: people.map(({ name }) => name) }
    }
  }
}

/** The stored scores are always by these: with a new version they are all written anew. */
async function listProfilesInForce(ctx: Context): Promise<ProfileNamed[]> {
  const lines = await listProfileLines(ctx)
  return lines.flatMap(({ name: line, currentId: id, currentNumber: number }) =>
    id === null || number === null ? [] : [{ id, line, number }],
  )
}

async function getTrend(ctx: Context, itemId: number): Promise<RankPoint[]> {
  const days = await getScoreHistory(ctx, itemId)
  return days.flatMap(({ day, rank }) => (rank === null ? [] : [{ date: day, rank }]))
}

async function getScores(ctx: Context, itemId: number): Promise<ScorePoint[]> {
  const days = await getScoreHistory(ctx, itemId)
  return days.map(({ day, score }) => ({ date: day, value: score }))
}
