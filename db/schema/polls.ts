import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

import { id, moment, oneOf } from '#db/columns.ts'
import { SIGNING_TEAMS } from '#db/constants.ts'
import { accounts } from './accounts.ts'
import { productLines } from './organisation.ts'
import { people } from './people.ts'
import { profileCriteria, profiles } from './profiles.ts'

/** Questions to both teams whether they mean the same customer. */
export const polls = pgTable(
  'polls',
  {
    id: id(),
    productLineId: integer('product_line_id')
      .notNull()
      .references(() => productLines.id),
    number: integer('number').notNull(),
    profileId: integer('profile_id')
      .notNull()
      .references(() => profiles.id),
    /** Draws the accounts and each person's order of them. */
    seed: text('seed').notNull(),
    openedBy: integer('opened_by')
      .notNull()
      .references(() => people.id),
    openedAt: moment('opened_at').notNull().defaultNow(),
    /** The last day on which it can be answered. */
    closesOn: date('closes_on', { mode: 'string' }).notNull(),
    closedAt: moment('closed_at'),
    /** Nobody, where the day closed it. */
    closedBy: integer('closed_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('polls_number').on(t.productLineId, t.number),
    uniqueIndex('polls_open')
      .on(t.productLineId)
      .where(sql`${t.closedAt} is null`),
    check('polls_closed_by', sql`${t.closedBy} is null or ${t.closedAt} is not null`),
  ],
)

/** The accounts that everybody rates. */
export const pollAccounts = pgTable(
  'poll_accounts',
  {
    pollId: integer('poll_id')
      .notNull()
      .references(() => polls.id),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.accountId] }),
    uniqueIndex('poll_accounts_position').on(t.pollId, t.position),
  ],
)

/** Whoever is asked, for the team in which they were then. */
export const pollMembers = pgTable(
  'poll_members',
  {
    pollId: integer('poll_id')
      .notNull()
      .references(() => polls.id),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    team: text('team', { enum: SIGNING_TEAMS }).notNull(),
    /** The day of the invitation or of the last reminder. */
    askedOn: date('asked_on', { mode: 'string' }).notNull(),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.personId] }),
    // serves what waits for a person
    index('poll_members_person').on(t.personId),
    oneOf('poll_members_team', t.team, SIGNING_TEAMS),
  ],
)

export const pollRatings = pgTable(
  'poll_ratings',
  {
    pollId: integer('poll_id').notNull(),
    personId: integer('person_id').notNull(),
    accountId: integer('account_id').notNull(),
    /** 1 not at all to 5 exactly whom we want; null for whoever does not know the account. */
    rating: smallint('rating'),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.personId, t.accountId] }),
    foreignKey({
      name: 'poll_ratings_member',
      columns: [t.pollId, t.personId],
      foreignColumns: [pollMembers.pollId, pollMembers.personId],
    }),
    foreignKey({
      name: 'poll_ratings_account',
      columns: [t.pollId, t.accountId],
      foreignColumns: [pollAccounts.pollId, pollAccounts.accountId],
    }),
    check('poll_ratings_rating', sql`${t.rating} between 1 and 5`),
  ],
)

/** How a person spreads 100 points over the criteria; they add up once the person has finished. */
export const pollPoints = pgTable(
  'poll_points',
  {
    pollId: integer('poll_id').notNull(),
    personId: integer('person_id').notNull(),
    criterionId: integer('criterion_id')
      .notNull()
      .references(() => profileCriteria.id),
    points: smallint('points').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.personId, t.criterionId] }),
    foreignKey({
      name: 'poll_points_member',
      columns: [t.pollId, t.personId],
      foreignColumns: [pollMembers.pollId, pollMembers.personId],
    }),
    check('poll_points_points', sql`${t.points} between 0 and 100`),
  ],
)
