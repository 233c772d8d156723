import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'

import { currency, id, minor, moment, oneOf } from '#db/columns.ts'
import { SIGNING_TEAMS } from '#db/constants.ts'
import { people } from './people.ts'
import { profiles } from './profiles.ts'

/** An edit of a proposal, with the text that it replaced. */
export const profileEdits = pgTable(
  'profile_edits',
  {
    id: id(),
    profileId: integer('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** Which text it was. */
    textVersion: integer('text_version').notNull(),
    summary: text('summary').notNull(),
    reason: text('reason').notNull(),
    criteria: jsonb('criteria').$type<unknown[]>().notNull(),
    editedBy: integer('edited_by')
      .notNull()
      .references(() => people.id),
    editedAt: moment('edited_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('profile_edits_text').on(t.profileId, t.textVersion)],
)

/** A signature that no longer counts, since the text was edited. */
export const profileLapsedApprovals = pgTable(
  'profile_lapsed_approvals',
  {
    editId: integer('edit_id')
      .notNull()
      .references(() => profileEdits.id, { onDelete: 'cascade' }),
    team: text('team', { enum: SIGNING_TEAMS }).notNull(),
    approvedBy: integer('approved_by')
      .notNull()
      .references(() => people.id),
    approvedAt: moment('approved_at').notNull(),
    why: text('why').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.editId, t.team] }),
    oneOf('profile_lapsed_approvals_team', t.team, SIGNING_TEAMS),
  ],
)

/** What a version changed when it replaced another. */
export const profileEffects = pgTable(
  'profile_effects',
  {
    profileId: integer('profile_id')
      .primaryKey()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** Accounts that went to a better band, and to a worse one. */
    accountsUp: integer('accounts_up').notNull(),
    accountsDown: integer('accounts_down').notNull(),
    /** ARR of both together. */
    arrMinor: minor('arr_minor').notNull(),
    currency: currency().notNull(),
    /** The most places that an item of the line rose or fell. */
    mostPlaces: integer('most_places').notNull(),
  },
  (t) => [
    check(
      'profile_effects_counts',
      sql`${t.accountsUp} >= 0 and ${t.accountsDown} >= 0 and ${t.mostPlaces} >= 0`,
    ),
  ],
)
