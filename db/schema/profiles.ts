import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

import { createdAt, id, moment, oneOf, version } from '#db/columns.ts'
import {
  CLOSING_KINDS,
  CRITERION_KINDS,
  CRITERION_OPERATORS,
  PROFILE_STATES,
  SIGNING_TEAMS,
} from '#db/constants.ts'
import { productLines } from './organisation.ts'
import { people } from './people.ts'

/** Versions of the ideal customer profile of a product line. */
export const profiles = pgTable(
  'profiles',
  {
    id: id(),
    productLineId: integer('product_line_id')
      .notNull()
      .references(() => productLines.id),
    number: integer('number').notNull(),
    state: text('state', { enum: PROFILE_STATES }).notNull().default('draft'),
    /** Who our ideal customer is, in plain words. */
    summary: text('summary').notNull().default(''),
    /** Why this version. */
    reason: text('reason').notNull().default(''),
    proposedBy: integer('proposed_by')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    effectiveAt: moment('effective_at'),
    endedAt: moment('ended_at'),
    version: version(),
  },
  (t) => [
    uniqueIndex('profiles_number').on(t.productLineId, t.number),
    uniqueIndex('profiles_current')
      .on(t.productLineId)
      .where(sql`${t.state} = 'current'`),
    uniqueIndex('profiles_open')
      .on(t.productLineId)
      .where(sql`${t.state} in ('draft', 'proposed')`),
    oneOf('profiles_state', t.state, PROFILE_STATES),
  ],
)

/** Accounts with an outcome, and how many of each kind met a criterion. */
type OutcomeCounts = { goodWith: number; badWith: number; good: number; bad: number }

export const profileCriteria = pgTable(
  'profile_criteria',
  {
    id: id(),
    profileId: integer('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** The same criterion in every text and version that has it. */
    key: uuid('key').notNull().defaultRandom(),
    position: integer('position').notNull(),
    kind: text('kind', { enum: CRITERION_KINDS }).notNull(),
    label: text('label').notNull(),
    /** `industry`, `employees`, `custom:erp_integration` … */
    attribute: text('attribute').notNull(),
    operator: text('operator', { enum: CRITERION_OPERATORS }).notNull(),
    operand: jsonb('operand').$type<unknown>(),
    /** Of 100; zero for must-haves and exclusions. */
    points: numeric('points', { precision: 5, scale: 1, mode: 'number' }).notNull().default(0),
    /** Log odds that it counts in the fit, and their standard deviation; zero for must-haves and exclusions. */
    weight: doublePrecision('weight').notNull().default(0),
    weightSd: doublePrecision('weight_sd').notNull().default(0),
    /** The outcomes that moved the weight from its points; null where none could. */
    evidence: jsonb('evidence').$type<OutcomeCounts>(),
    why: text('why').notNull().default(''),
  },
  (t) => [
    index('profile_criteria_profile').on(t.profileId, t.position),
    uniqueIndex('profile_criteria_key').on(t.profileId, t.key),
    oneOf('profile_criteria_kind', t.kind, CRITERION_KINDS),
    oneOf('profile_criteria_operator', t.operator, CRITERION_OPERATORS),
    check('profile_criteria_points', sql`(${t.kind} = 'points') = (${t.points} > 0)`),
    check('profile_criteria_weight', sql`(${t.kind} = 'points') = (${t.weightSd} > 0)`),
  ],
)

/** One signature a team, on one text of the version. */
export const profileApprovals = pgTable(
  'profile_approvals',
  {
    profileId: integer('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    team: text('team', { enum: SIGNING_TEAMS }).notNull(),
    approvedBy: integer('approved_by')
      .notNull()
      .references(() => people.id),
    approvedAt: moment('approved_at').notNull().defaultNow(),
    /** What the signer added, if anything. */
    why: text('why').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.profileId, t.team] }),
    // two different people sign
    uniqueIndex('profile_approvals_person').on(t.profileId, t.approvedBy),
    oneOf('profile_approvals_team', t.team, SIGNING_TEAMS),
  ],
)

/** Who closed a proposal, when and why. */
export const profileClosings = pgTable(
  'profile_closings',
  {
    profileId: integer('profile_id')
      .primaryKey()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: CLOSING_KINDS }).notNull(),
    reason: text('reason').notNull().default(''),
    closedBy: integer('closed_by')
      .notNull()
      .references(() => people.id),
    closedAt: moment('closed_at').notNull().defaultNow(),
  },
  (t) => [
    oneOf('profile_closings_kind', t.kind, CLOSING_KINDS),
    check('profile_closings_reason', sql`${t.kind} <> 'rejected' or ${t.reason} <> ''`),
  ],
)
