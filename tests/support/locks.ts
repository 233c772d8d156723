import { sql } from 'drizzle-orm'
import { expect, vi } from 'vitest'

import type { Executor } from '#db/client.ts'

/** Resolves once a command on another connection to this database waits for a lock. */
export function untilSomebodyWaits(db: Executor): Promise<void> {
  return vi.waitFor(async () => {
    const [row] = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
    expect(row?.n).toBe(1)
  })
}
