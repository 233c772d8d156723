import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'

import { id, moment, oneOf } from '#db/columns.ts'
import { EXCLUSION_REASONS } from '#db/constants.ts'
import { accounts } from './accounts.ts'
import { items } from './items.ts'
import { modelVersions } from './organisation.ts'
import { people } from './people.ts'
import { requests } from './requests.ts'

/** Cache of the score, one row an item that is not merged away; written by the refresh alone. */
export const itemScores = pgTable(
  'item_scores',
  {
    itemId: integer('item_id')
      .primaryKey()
      .references(() => items.id),
    /** Base units an engineer-week. */
    score: doublePrecision('score').notNull(),
    /** The score as it is ranked: rounded so that ties are ties. */
    rankScore: doublePrecision('rank_score').notNull(),
    /** Ends of the 80 % interval of the score. */
    low: doublePrecision('low').notNull(),
    high: doublePrecision('high').notNull(),
    /** What moves the score, for comparing it with another's, as the model returned it. */
    sensitivity: jsonb('sensitivity').$type<unknown>().notNull(),
    /** Tier of a ranked item over all product lines and within its own; the order inside a tier is not supported. */
    tier: integer('tier'),
    lineTier: integer('line_tier'),
    value: doublePrecision('value').notNull(),
    arrAtRisk: doublePrecision('arr_at_risk').notNull(),
    canSave: doublePrecision('can_save').notNull(),
    costMean: doublePrecision('cost_mean').notNull(),
    /** The cost that divides the value; at least half a week. */
    costInScore: doublePrecision('cost_in_score').notNull(),
    estimated: boolean('estimated').notNull(),
    accounts: integer('accounts').notNull(),
    /** Largest account's share of the value, 0 to 1. */
    topShare: doublePrecision('top_share').notNull(),
    /** Raw base units of the exposures whose start-by day has passed. */
    tooLate: doublePrecision('too_late').notNull(),
    nextRenewalOn: date('next_renewal_on', { mode: 'string' }),
    startBy: date('start_by', { mode: 'string' }),
    modelVersionId: integer('model_version_id')
      .notNull()
      .references(() => modelVersions.id),
    computedAt: moment('computed_at').notNull(),
  },
  // serves the ranked list; the rank's own ties are in its order
  (t) => [index('item_scores_rank').on(t.rankScore.desc(), t.costMean, t.itemId)],
)

/** Cache of the receipt: what each exposure brings to each item. Sums over any filter are sums of these rows. */
export const scoreParts = pgTable(
  'score_parts',
  {
    itemId: integer('item_id')
      .notNull()
      .references(() => items.id),
    exposure: text('exposure').notNull(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    /** The request that counts, of those of this exposure for this item. */
    requestId: integer('request_id')
      .notNull()
      .references(() => requests.id),
    /** Share of the exposure's ARR at risk, raw base units. */
    arrAtRisk: doublePrecision('arr_at_risk').notNull(),
    canSave: doublePrecision('can_save').notNull(),
    value: doublePrecision('value').notNull(),
    /** Every factor of the line, as the model returned it. */
    factors: jsonb('factors').$type<unknown>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.exposure] }),
    index('score_parts_exposure').on(t.exposure),
    // serves the segment and account filters
    index('score_parts_account').on(t.accountId),
  ],
)

/** Cache of what each exposure loses and can keep, for the sums that must reconcile. */
export const exposureScores = pgTable(
  'exposure_scores',
  {
    /** `contract:12` or `opportunity:7`. */
    exposure: text('exposure').primaryKey(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    raw: doublePrecision('raw').notNull(),
    weight: doublePrecision('weight').notNull(),
    arrAtRisk: doublePrecision('arr_at_risk').notNull(),
    /** Part of it that no request causes. */
    baseline: doublePrecision('baseline').notNull(),
    /** Part of it that declined and shipped items still cause. */
    residual: doublePrecision('residual').notNull(),
    /** Weighted base units that the open items can keep. */
    keepable: doublePrecision('keepable').notNull(),
    badges: jsonb('badges').$type<string[]>().notNull(),
  },
  (t) => [index('exposure_scores_account').on(t.accountId)],
)

/** What the score leaves out and why, for the list under data quality; written by the refresh alone. */
export const scoreExclusions = pgTable(
  'score_exclusions',
  {
    exposure: text('exposure').notNull(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** The claim that is too old; null where the exposure itself is left out. */
    requestId: integer('request_id').references(() => requests.id, { onDelete: 'cascade' }),
    reason: text('reason', { enum: EXCLUSION_REASONS }).notNull(),
  },
  (t) => [
    unique('score_exclusions_subject').on(t.exposure, t.requestId).nullsNotDistinct(),
    // serves the refresh of some accounts
    index('score_exclusions_account').on(t.accountId),
    oneOf('score_exclusions_reason', t.reason, EXCLUSION_REASONS),
    check(
      'score_exclusions_claim',
      sql`(${t.reason} = 'expired_claim') = (${t.requestId} is not null)`,
    ),
  ],
)

/** A state that the scores were in: one row a refresh. With the facts that hold at it, it can be scored again exactly. */
export const scoreMoments = pgTable('score_moments', {
  id: id(),
  at: moment('at').notNull(),
  /** The organisation's day that it was scored for. */
  day: date('day', { mode: 'string' }).notNull(),
  modelVersionId: integer('model_version_id')
    .notNull()
    .references(() => modelVersions.id),
})

/**
 * Everything that the score read: an exposure with its links, an item, or a person who submits requests, a row, from the
 * moment it came until the moment it was another. A row never changes but for its end. Numbers and codes only: no names,
 * no titles, nobody's words.
 */
export const scoreFacts = pgTable(
  'score_facts',
  {
    /** `contract:12`, `opportunity:7`, `item:17` or `person:5`. Records may go, so nothing here points to them. */
    subject: text('subject').notNull(),
    /** The account of an exposure; null for an item and a person. */
    accountId: integer('account_id'),
    /** Items that an exposure's links name; an item itself; none for a person. */
    itemIds: integer('item_ids').array().notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
    since: integer('since')
      .notNull()
      .references(() => scoreMoments.id),
    /** The first moment at which it no longer held; null while it holds. */
    until: integer('until').references(() => scoreMoments.id),
  },
  (t) => [
    primaryKey({ columns: [t.subject, t.since] }),
    // serves the refresh of some accounts
    index('score_facts_account')
      .on(t.accountId)
      .where(sql`${t.until} is null`),
    // serves why one item moved
    index('score_facts_items').using('gin', t.itemIds),
  ],
)

/** What a CSM's claims have been worth so far, by their decided exposures; written by the nightly job alone. */
export const calibrations = pgTable(
  'calibrations',
  {
    personId: integer('person_id')
      .primaryKey()
      .references(() => people.id),
    /** Losses over a gap that they had claimed, and as many as their claims foretold. */
    observed: integer('observed').notNull(),
    expected: doublePrecision('expected').notNull(),
    factor: doublePrecision('factor').notNull(),
    computedAt: moment('computed_at').notNull(),
  },
  (t) => [check('calibrations_factor', sql`${t.factor} between 0.5 and 1.5`)],
)

/** Rank and score of each item on each day, from the first day. */
export const scoreHistory = pgTable(
  'score_history',
  {
    day: date('day', { mode: 'string' }).notNull(),
    itemId: integer('item_id')
      .notNull()
      .references(() => items.id),
    /** Rank within the product line; null for items that are not ranked. */
    rank: integer('rank'),
    score: doublePrecision('score').notNull(),
    value: doublePrecision('value').notNull(),
    arrAtRisk: doublePrecision('arr_at_risk').notNull(),
    status: text('status').notNull(),
    /** The moment that the day's row shows; null for days before moments were kept. */
    momentId: integer('moment_id').references(() => scoreMoments.id),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.itemId] }),
    // serves the trend of one item
    index('score_history_item').on(t.itemId, sql`${t.day} desc`),
  ],
)
