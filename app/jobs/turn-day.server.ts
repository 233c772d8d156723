import { isFounded } from '#app/domain/organisation/get-organisation.server.ts'
import { turnDay } from '#app/domain/scoring/turn-day.server.ts'
import { database } from '#db/client.ts'
import type { Queue } from '#db/queue.ts'

/** When any time zone's day may begin, so that nobody's first change has to wait for everything to be scored. */
export const turnDayJob: Queue = {
  name: 'turn-day',
  everyCron: '*/15 * * * *',
  run: async () => {
    const ctx = { db: database(), now: new Date() }
    if (await isFounded(ctx)) await turnDay(ctx)
  },
}
