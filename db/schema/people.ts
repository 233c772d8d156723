import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'

import { createdAt, id, moment, oneOf } from '#db/columns.ts'
import { ROLES, TEAMS, THEMES } from '#db/constants.ts'

export const people = pgTable(
  'people',
  {
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    nameFold: text('name_fold').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    team: text('team', { enum: TEAMS }).notNull(),
    /** argon2id; null until the person has chosen one. */
    passwordHash: text('password_hash'),
    theme: text('theme', { enum: THEMES }).notNull().default('system'),
    deactivatedAt: moment('deactivated_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('people_email').on(sql`lower(${t.email})`),
    // serves search everywhere
    index('people_name_fold').using('gin', t.nameFold.op('gin_trgm_ops')),
    oneOf('people_role', t.role, ROLES),
    oneOf('people_team', t.team, TEAMS),
    oneOf('people_theme', t.theme, THEMES),
  ],
)

export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
  },
  // serves sign-out everywhere
  (t) => [index('sessions_user').on(t.userId)],
)

export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    email: text('email').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    team: text('team', { enum: TEAMS }).notNull(),
    invitedBy: integer('invited_by')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    // one open invitation an address
    uniqueIndex('invitations_open')
      .on(sql`lower(${t.email})`)
      .where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`),
    oneOf('invitations_role', t.role, ROLES),
    oneOf('invitations_team', t.team, TEAMS),
  ],
)

export const passwordResets = pgTable(
  'password_resets',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    /** The admin who made the link; null when the person asked for it by e-mail. */
    createdBy: integer('created_by').references(() => people.id),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [index('password_resets_person').on(t.personId)],
)

/** The one-time code that lets the first admin in. At most one row, gone once used. */
export const setupCodes = pgTable('setup_codes', {
  id: integer('id').primaryKey().default(1),
  codeHash: text('code_hash').notNull(),
  createdAt: createdAt(),
})
