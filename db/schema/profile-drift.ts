import { sql } from 'drizzle-orm'
import {
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

import { currency, id, minor } from '#db/columns.ts'
import { accounts } from './accounts.ts'
import { profiles } from './profiles.ts'

/** How accounts and outcomes stood against a version on a day: when it took effect, and once a month from then on. */
export const profileSnapshots = pgTable(
  'profile_snapshots',
  {
    id: id(),
    profileId: integer('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    takenOn: date('taken_on', { mode: 'string' }).notNull(),
    /** What each criterion would have weighed had the text been saved on that day, in their order. */
    weights: jsonb('weights').$type<{ weight: number; sd: number }[]>().notNull(),
    /** Of the amounts. */
    currency: currency().notNull(),
  },
  (t) => [uniqueIndex('profile_snapshots_day').on(t.profileId, t.takenOn)],
)

export const profileSnapshotFits = pgTable(
  'profile_snapshot_fits',
  {
    snapshotId: integer('snapshot_id')
      .notNull()
      .references(() => profileSnapshots.id, { onDelete: 'cascade' }),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    fit: doublePrecision('fit').notNull(),
    /** A year. */
    arrMinor: minor('arr_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.snapshotId, t.accountId] }),
    index('profile_snapshot_fits_account').on(t.accountId),
    check('profile_snapshot_fits_fit', sql`${t.fit} between 0 and 1`),
  ],
)
