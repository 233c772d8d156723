import { isFounded } from '#app/domain/organisation/get-organisation.server.ts'
import { checkScoresAtNight } from '#app/domain/scoring/check/check-scores.server.ts'
import { checkText, foundAnything } from '#app/domain/scoring/check/words.ts'
import { database } from '#db/client.ts'
import type { Queue } from '#db/queue.ts'

/** Asks every hour, because the schedule knows no time zone; it is done once a night of the organisation. */
export const checkScoresJob: Queue = {
  name: 'check-scores',
  everyCron: '5 * * * *',
  expireInSeconds: 3600,
  run: async () => {
    const ctx = { db: database(), now: new Date() }
    const check = (await isFounded(ctx)) ? await checkScoresAtNight(ctx) : null
    return check === null ? undefined : { found: foundAnything(check), message: checkText(check) }
  },
}
