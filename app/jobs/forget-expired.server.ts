import { forgetExpired } from '#app/domain/people/forget-expired.server.ts'
import { database } from '#db/client.ts'
import type { Queue } from '#db/queue.ts'

/** Every night, what let people in and has run out. */
export const forgetExpiredJob: Queue = {
  name: 'forget-expired',
  everyCron: '17 3 * * *',
  run: () => forgetExpired({ db: database(), now: new Date() }),
}
