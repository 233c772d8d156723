import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

import { DomainError } from '#app/domain/errors.ts'
import { database, runText } from '#db/client.ts'

/** The library speaks to a `pg` client; this is as much of one as it uses. */
const client = {
  query: async ({ text, values }: { text: string; values: readonly unknown[] }) => {
    const rows = await runText(database(), text, values)
    return { rows, rowCount: rows.length }
  },
}

/**
 * A limit kept in PostgreSQL, so that it holds over all processes and restarts.
 *
 * @param name keeps the keys of different limits apart
 * @param points how many uses fit in one window
 * @param seconds length of a window, which starts with the first use
 * @param message what a person reads who reaches it
 */
export function rateLimit(name: string, points: number, seconds: number, message: string) {
  const limiter = new RateLimiterPostgres({
    storeClient: client,
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: true,
    keyPrefix: name,
    points,
    duration: seconds,
  })
  return {
    /** Counts one use. Throws `limit` when the window is full. */
    async use(key: string): Promise<void> {
      try {
        await limiter.consume(key)
      } catch (error) {
        if (error instanceof RateLimiterRes) throw new DomainError('limit', message)
        throw error
      }
    },
    /** Takes one use back, as of an attempt that turned out well. */
    async giveBack(key: string): Promise<void> {
      await limiter.reward(key)
    },
    /** Forgets what was used, as after a sign-in that succeeds. */
    async forgive(key: string): Promise<void> {
      await limiter.delete(key)
    },
  }
}
