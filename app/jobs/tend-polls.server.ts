import { isFounded } from '#app/domain/organisation/get-organisation.server.ts'
import { tendPolls } from '#app/domain/polls/tend-polls.server.ts'
import type { Post } from '#app/domain/post.ts'
import { database } from '#db/client.ts'
import type { Queue } from '#db/queue.ts'

/** Asks every hour, because the schedule knows no time zone; each is done once. */
export const tendPollsJob: Queue<Post | null> = {
  name: 'tend-polls',
  everyCron: '25 * * * *',
  run: async (_data, post) => {
    const ctx = { db: database(), now: new Date() }
    if (await isFounded(ctx)) return tendPolls(ctx, post)
  },
}
