import type { RailCounts } from '#app/components/shell/types.ts'
import type { Context } from '#app/domain/context.ts'
import { countUnreadMentions } from '#app/domain/comments/mention-list.server.ts'
import { getNavigationCounts } from '#app/domain/organisation/get-navigation.server.ts'
import { countWaitingPolls } from '#app/domain/polls/get-poll.server.ts'

/** What the rail counts, for one product line (null: all). */
export async function railCounts(ctx: Context, lineId: number | null): Promise<RailCounts> {
  const [mentions, counts, waitingPolls] = await Promise.all([
    countUnreadMentions(ctx),
    getNavigationCounts(ctx, lineId),
    countWaitingPolls(ctx, lineId),
  ])
  return {
    counts: {
      triage: counts.triage,
      requests: counts.unread,
      backlog: counts.backlog,
      publications: counts.publications,
      accounts: counts.accounts,
      profile: counts.profile === null ? null : `v${counts.profile}`,
    },
    waiting: waitingPolls > 0 ? ['profile'] : [],
    mentions,
  }
}
