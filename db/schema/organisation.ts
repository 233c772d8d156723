import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

import { createdAt, currency, id, moment, version } from '#db/columns.ts'
import { people } from './people.ts'

/** Settings of the one organisation; always the single row 1. */
export const organisation = pgTable(
  'organisation',
  {
    id: integer('id').primaryKey().default(1),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull().default('Europe/Berlin'),
    baseCurrency: currency('base_currency').notNull().default('EUR'),
    /** Working days until the first answer, by importance. */
    responseTargets: jsonb('response_targets').$type<Record<string, number>>().notNull(),
    /** Probability in percent of an opportunity's stage, where the record has none. */
    stageProbabilities: jsonb('stage_probabilities').$type<Record<string, number>>().notNull(),
    version: version(),
  },
  (t) => [check('organisation_single', sql`${t.id} = 1`)],
)

export const productLines = pgTable(
  'product_lines',
  {
    id: id(),
    name: text('name').notNull(),
    /** Part of addresses: `platform`. */
    slug: text('slug').notNull().unique(),
    version: version(),
    createdAt: createdAt(),
    archivedAt: moment('archived_at'),
  },
  (t) => [uniqueIndex('product_lines_name').on(sql`lower(${t.name})`)],
)

export const areas = pgTable(
  'areas',
  {
    id: id(),
    productLineId: integer('product_line_id')
      .notNull()
      .references(() => productLines.id),
    name: text('name').notNull(),
    version: version(),
    archivedAt: moment('archived_at'),
  },
  (t) => [uniqueIndex('areas_name').on(t.productLineId, sql`lower(${t.name})`)],
)

/** A version of the plan rates; the newest one counts, older ones stay for publications. */
export const rateVersions = pgTable('rate_versions', {
  id: id(),
  reason: text('reason').notNull(),
  baseCurrency: currency('base_currency').notNull(),
  createdBy: integer('created_by').references(() => people.id),
  createdAt: createdAt(),
})

export const planRates = pgTable(
  'plan_rates',
  {
    rateVersionId: integer('rate_version_id')
      .notNull()
      .references(() => rateVersions.id),
    currency: currency().notNull(),
    /** Base units for one unit of the currency. */
    rate: numeric('rate', { precision: 20, scale: 10, mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.rateVersionId, t.currency] }),
    check('plan_rates_positive', sql`${t.rate} > 0`),
  ],
)

/** Parameters of the score; the newest one counts. */
export const modelVersions = pgTable('model_versions', {
  id: id(),
  parameters: jsonb('parameters').$type<Record<string, unknown>>().notNull(),
  reason: text('reason').notNull(),
  createdBy: integer('created_by').references(() => people.id),
  createdAt: createdAt(),
})

export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    ownerId: integer('owner_id')
      .notNull()
      .references(() => people.id),
    page: text('page').notNull(),
    name: text('name').notNull(),
    /** Query string of the page, without the question mark. */
    query: text('query').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('saved_views_name').on(t.ownerId, t.page, sql`lower(${t.name})`)],
)

/** Audit log: who did what to which record, when. One row a command, in its transaction. */
export const events = pgTable(
  'events',
  {
    id: id(),
    at: moment('at').notNull().defaultNow(),
    actorId: integer('actor_id').references(() => people.id),
    /** `request.submitted`, `profile.approved` … */
    name: text('name').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    // serves the audit log's keyset pages and its filters
    index('events_at').on(t.at.desc(), t.id.desc()),
    index('events_actor').on(t.actorId, t.id.desc()),
    index('events_subject').on(t.subjectType, t.subjectId, t.id.desc()),
  ],
)
