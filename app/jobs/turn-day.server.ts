import { isFounded } from '#app/domain/organisation/get-organisation.server.ts'
import { turnDay } from '#app/domain/scoring/turn-day.server.ts'
import { database } from '#db/client.ts'
import type { Queue } from '#db/queue.ts'

/** Every hour, because the organisation's midnight is not everybody's. */
export const turnDayJob: Queue = {
  name: 'turn-day',
  everyCron: '5 * * * *',
  run: async () => {
    const ctx = { db: database(), now: new Date() }
    if (await isFounded(ctx)) await turnDay(ctx)
  },
}
