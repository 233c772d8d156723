import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** Points used within a window; the limiter of `app/http` is the only writer. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  /** End of the window, in milliseconds since 1970; null never ends. */
  expire: bigint('expire', { mode: 'number' }),
})
