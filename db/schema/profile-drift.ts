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

import { currency, id, minor, moment } from '#db/columns.ts'
import type { DRIFT_SUBJECTS, DriftState } from '#db/constants.ts'
import { accounts } from './accounts.ts'
import { productLines } from './organisation.ts'
import { people } from './people.ts'
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

type Verdict = {
  about: (typeof DRIFT_SUBJECTS)[number]
  state: DriftState
  text: string
  advice: string
}

/** What the leads of both teams were told of a line's profile, once a month. */
export const profileNotes = pgTable(
  'profile_notes',
  {
    id: id(),
    productLineId: integer('product_line_id')
      .notNull()
      .references(() => productLines.id),
    /** In force then. */
    profileId: integer('profile_id')
      .notNull()
      .references(() => profiles.id),
    /** The first day of the month. */
    month: date('month', { mode: 'string' }).notNull(),
    verdicts: jsonb('verdicts').$type<Verdict[]>().notNull(),
    writtenAt: moment('written_at').notNull(),
  },
  (t) => [
    // one note a month, however many processes write it
    uniqueIndex('profile_notes_month').on(t.productLineId, t.month),
    index('profile_notes_profile').on(t.profileId),
  ],
)

/** Whom a note is for. A mail is claimed before it is sent, so that it goes out once at most. */
export const profileNoteMails = pgTable(
  'profile_note_mails',
  {
    noteId: integer('note_id')
      .notNull()
      .references(() => profileNotes.id, { onDelete: 'cascade' }),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    claimedAt: moment('claimed_at'),
    /** When the mail server took it. */
    sentAt: moment('sent_at'),
  },
  (t) => [
    primaryKey({ columns: [t.noteId, t.personId] }),
    check('profile_note_mails_claim', sql`${t.sentAt} is null or ${t.claimedAt} is not null`),
  ],
)
