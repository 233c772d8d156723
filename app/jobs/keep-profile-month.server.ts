import { keepMonth } from '#app/domain/icp/drift/keep-month.server.ts'
import { sendNotes } from '#app/domain/icp/drift/send-notes.server.ts'
import { isFounded } from '#app/domain/organisation/get-organisation.server.ts'
import type { Post } from '#app/domain/post.ts'
import { database } from '#db/client.ts'
import type { Queue } from '#db/queue.ts'

/** Asks every hour, because the schedule knows no time zone; it is done once a month of the organisation. */
export const keepProfileMonthJob: Queue<Post | null> = {
  name: 'keep-profile-month',
  everyCron: '25 * * * *',
  run: async (_, post) => {
    const ctx = { db: database(), now: new Date() }
    if (!(await isFounded(ctx))) return
    await keepMonth(ctx)
    if (post) return sendNotes(ctx, post)
  },
}
