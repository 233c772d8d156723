import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { createdAt, currency, id, minor, moment, oneOf, version } from '#db/columns.ts'
import {
  ATTRIBUTE_TYPES,
  CHANGE_SUBJECTS,
  CONTRACT_PERIODS,
  HEALTH_COLOURS,
  LIFECYCLES,
  OPPORTUNITY_KINDS,
  OPPORTUNITY_STATES,
} from '#db/constants.ts'
import { productLines } from './organisation.ts'
import { people } from './people.ts'

export type AttributeValue = string | number | boolean | null

export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    name: text('name').notNull(),
    nameFold: text('name_fold').notNull(),
    domain: text('domain'),
    parentId: integer('parent_id').references((): AnyPgColumn => accounts.id),
    ownerId: integer('owner_id').references(() => people.id),
    lifecycle: text('lifecycle', { enum: LIFECYCLES }).notNull().default('active'),
    segment: text('segment'),
    industry: text('industry'),
    region: text('region'),
    employees: integer('employees'),
    plan: text('plan'),
    /** 0 to 100; wins over the colour. Both null: health unknown. */
    healthScore: integer('health_score'),
    healthColour: text('health_colour', { enum: HEALTH_COLOURS }),
    strategicWeight: numeric('strategic_weight', { precision: 3, scale: 2, mode: 'number' })
      .notNull()
      .default(1),
    strategicReason: text('strategic_reason'),
    strategicUntil: date('strategic_until', { mode: 'string' }),
    attributes: jsonb('attributes').$type<Record<string, AttributeValue>>().notNull().default({}),
    version: version(),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    archivedAt: moment('archived_at'),
  },
  (t) => [
    // serves the list's keyset pages by name
    index('accounts_name').on(t.nameFold, t.id),
    // serves search and the account type-ahead
    index('accounts_name_trgm').using('gin', t.nameFold.op('gin_trgm_ops')),
    // serves "my accounts" and the hand-over
    index('accounts_owner').on(t.ownerId),
    index('accounts_parent').on(t.parentId),
    index('accounts_domain').on(sql`lower(${t.domain})`),
    oneOf('accounts_lifecycle', t.lifecycle, LIFECYCLES),
    oneOf('accounts_health_colour', t.healthColour, HEALTH_COLOURS),
    check('accounts_health_score', sql`${t.healthScore} between 0 and 100`),
    check('accounts_strategic', sql`${t.strategicWeight} between 0.8 and 1.25`),
    check(
      'accounts_strategic_reason',
      sql`${t.strategicWeight} = 1 or (${t.strategicReason} is not null and ${t.strategicUntil} is not null)`,
    ),
    check('accounts_not_own_parent', sql`${t.parentId} <> ${t.id}`),
    check('accounts_employees', sql`${t.employees} >= 0`),
  ],
)

export const accountExternalIds = pgTable(
  'account_external_ids',
  {
    source: text('source').notNull(),
    externalId: text('external_id').notNull(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.externalId] }),
    index('account_external_ids_account').on(t.accountId),
  ],
)

/** Custom attributes of accounts, with their types. */
export const attributeDefinitions = pgTable(
  'attribute_definitions',
  {
    key: text('key').primaryKey(),
    label: text('label').notNull(),
    type: text('type', { enum: ATTRIBUTE_TYPES }).notNull(),
    choices: jsonb('choices').$type<string[]>().notNull().default([]),
    /** Whether a CSM can work on it with the account. */
    changeable: boolean('changeable').notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    archivedAt: moment('archived_at'),
  },
  (t) => [oneOf('attribute_definitions_type', t.type, ATTRIBUTE_TYPES)],
)

/** The only place where ARR is. */
export const contracts = pgTable(
  'contracts',
  {
    id: id(),
    /** Holder; what it covers besides is in contract_covers. */
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name').notNull().default(''),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency().notNull(),
    period: text('period', { enum: CONTRACT_PERIODS }).notNull().default('year'),
    startsOn: date('starts_on', { mode: 'string' }),
    /** Null with evergreen, or when nobody knows it yet. */
    renewsOn: date('renews_on', { mode: 'string' }),
    evergreen: boolean('evergreen').notNull().default(false),
    noticeDays: integer('notice_days').notNull().default(60),
    autoRenew: boolean('auto_renew').notNull().default(false),
    productLineId: integer('product_line_id').references(() => productLines.id),
    /** The day it ended; null while open. */
    endedOn: date('ended_on', { mode: 'string' }),
    /** Forecast of the matched renewal deal, in percent. */
    forecast: integer('forecast'),
    source: text('source').notNull().default('causeway'),
    externalId: text('external_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('contracts_external')
      .on(t.source, t.externalId)
      .where(sql`${t.externalId} is not null`),
    // serves ARR sums and the account page
    index('contracts_account').on(t.accountId),
    // serves "next renewals" of open contracts
    index('contracts_renewal')
      .on(t.renewsOn)
      .where(sql`${t.endedOn} is null`),
    oneOf('contracts_period', t.period, CONTRACT_PERIODS),
    check('contracts_amount', sql`${t.amountMinor} >= 0`),
    check('contracts_notice', sql`${t.noticeDays} between 0 and 3650`),
    check('contracts_evergreen', sql`not (${t.evergreen} and ${t.renewsOn} is not null)`),
  ],
)

/** Further accounts that a contract covers, besides its holder. */
export const contractCovers = pgTable(
  'contract_covers',
  {
    contractId: integer('contract_id')
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [
    primaryKey({ columns: [t.contractId, t.accountId] }),
    index('contract_covers_account').on(t.accountId),
  ],
)

export const opportunities = pgTable(
  'opportunities',
  {
    id: id(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name').notNull(),
    kind: text('kind', { enum: OPPORTUNITY_KINDS }).notNull(),
    amountMinor: minor('amount_minor'),
    currency: currency(),
    stage: text('stage'),
    /** Percent; null: the stage's default. */
    probability: integer('probability'),
    closesOn: date('closes_on', { mode: 'string' }),
    state: text('state', { enum: OPPORTUNITY_STATES }).notNull().default('open'),
    productLineId: integer('product_line_id').references(() => productLines.id),
    /** The contract that a renewal deal was matched to. */
    contractId: integer('contract_id').references(() => contracts.id),
    source: text('source').notNull().default('causeway'),
    externalId: text('external_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('opportunities_external')
      .on(t.source, t.externalId)
      .where(sql`${t.externalId} is not null`),
    index('opportunities_account').on(t.accountId),
    oneOf('opportunities_kind', t.kind, OPPORTUNITY_KINDS),
    oneOf('opportunities_state', t.state, OPPORTUNITY_STATES),
    check('opportunities_probability', sql`${t.probability} between 0 and 100`),
    check('opportunities_money', sql`(${t.amountMinor} is null) = (${t.currency} is null)`),
    check('opportunities_amount', sql`${t.amountMinor} >= 0`),
  ],
)

/** History: one row a changed field, with who and when (and by which import). */
export const changes = pgTable(
  'changes',
  {
    id: id(),
    subjectType: text('subject_type', { enum: CHANGE_SUBJECTS }).notNull(),
    subjectId: integer('subject_id').notNull(),
    /** The record's version right after the change: what a conflict tells is what has a higher one. */
    subjectVersion: integer('subject_version').notNull(),
    field: text('field').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    changedBy: integer('changed_by').references(() => people.id),
    importId: integer('import_id'),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (t) => [
    // serves the history of one record, and "was it changed since"
    index('changes_subject').on(t.subjectType, t.subjectId, t.id.desc()),
    oneOf('changes_subject_type', t.subjectType, CHANGE_SUBJECTS),
  ],
)
