import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { createdAt, currency, id, minor, moment, oneOf, version } from '#db/columns.ts'
import {
  DECISION_KINDS,
  DECLINE_REASONS,
  EVIDENCES,
  IMPORTANCES,
  MESSAGE_KINDS,
  REQUEST_SOURCES,
  REQUEST_STATES,
  REQUEST_TYPES,
  STAKE_MODES,
} from '#db/constants.ts'
import { accounts, contracts, opportunities } from './accounts.ts'
import { items } from './items.ts'
import { areas, productLines } from './organisation.ts'
import { people } from './people.ts'

export const requests = pgTable(
  'requests',
  {
    id: id(),
    title: text('title').notNull(),
    /** The customer's words. */
    body: text('body').notNull(),
    titleFold: text('title_fold').notNull(),
    bodyFold: text('body_fold').notNull(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    submittedBy: integer('submitted_by')
      .notNull()
      .references(() => people.id),
    /** Who at the customer said it. */
    contactName: text('contact_name'),
    contactRole: text('contact_role'),
    source: text('source', { enum: REQUEST_SOURCES }).notNull(),
    /** What the account wants to reach and this blocks. */
    goal: text('goal'),
    productLineId: integer('product_line_id')
      .notNull()
      .references(() => productLines.id),
    areaId: integer('area_id').references(() => areas.id),
    type: text('type', { enum: REQUEST_TYPES }).notNull(),
    /** The CSM's; counts unless settled. */
    importance: text('importance', { enum: IMPORTANCES }).notNull(),
    productImportance: text('product_importance', { enum: IMPORTANCES }),
    productImportanceBy: integer('product_importance_by').references(() => people.id),
    /** A manager's, with a reason; counts once set. */
    settledImportance: text('settled_importance', { enum: IMPORTANCES }),
    settledReason: text('settled_reason'),
    settledBy: integer('settled_by').references(() => people.id),
    evidence: text('evidence', { enum: EVIDENCES }).notNull(),
    evidenceUrl: text('evidence_url'),
    evidenceQuote: text('evidence_quote'),
    /** Why Product does not find the evidence convincing: it counts one level lower until better is given. */
    evidenceDoubt: text('evidence_doubt'),
    evidenceDoubtedBy: integer('evidence_doubted_by').references(() => people.id),
    stakeMode: text('stake_mode', { enum: STAKE_MODES }).notNull().default('default'),
    state: text('state', { enum: REQUEST_STATES }).notNull().default('new'),
    /** Set with state linked; with state new it is the submitter's "same as", to be confirmed. */
    itemId: integer('item_id').references(() => items.id),
    duplicateOfId: integer('duplicate_of_id').references((): AnyPgColumn => requests.id),
    /** Request that this one was split from. */
    splitFromId: integer('split_from_id').references((): AnyPgColumn => requests.id),
    fastLane: boolean('fast_lane').notNull().default(false),
    /** Last time that the claim was confirmed; its age counts from here. */
    confirmedAt: moment('confirmed_at').notNull().defaultNow(),
    /** End of the first-answer target, in working days of its importance. */
    answerDueAt: moment('answer_due_at').notNull(),
    firstAnsweredAt: moment('first_answered_at'),
    /** A declined request: the CSM has recorded that the customer accepts the no. */
    noAcceptedAt: moment('no_accepted_at'),
    /** A shipped one: solved or not, as the CSM says; null: nobody said yet. */
    solved: boolean('solved'),
    revisitOn: date('revisit_on', { mode: 'string' }),
    /** Made by the form once; the same key submits nothing twice. */
    submissionKey: uuid('submission_key').unique(),
    externalSource: text('external_source'),
    externalId: text('external_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('requests_external')
      .on(t.externalSource, t.externalId)
      .where(sql`${t.externalId} is not null`),
    // serves the triage inbox of a product line
    index('requests_inbox').on(t.productLineId, t.state, t.answerDueAt),
    // serves the item page and the score
    index('requests_item').on(t.itemId),
    index('requests_account').on(t.accountId),
    // serves the budget of blockers
    index('requests_blockers')
      .on(t.submittedBy)
      .where(sql`${t.importance} = 'blocker' and ${t.settledImportance} is null`),
    // serves "my requests"
    index('requests_submitter').on(t.submittedBy, t.id.desc()),
    // serve look-alikes and search
    index('requests_title_trgm').using('gin', t.titleFold.op('gin_trgm_ops')),
    index('requests_text').using(
      'gin',
      sql`to_tsvector('simple', ${t.titleFold} || ' ' || ${t.bodyFold})`,
    ),
    oneOf('requests_type', t.type, REQUEST_TYPES),
    oneOf('requests_importance', t.importance, IMPORTANCES),
    oneOf('requests_product_importance', t.productImportance, IMPORTANCES),
    oneOf('requests_settled_importance', t.settledImportance, IMPORTANCES),
    oneOf('requests_evidence', t.evidence, EVIDENCES),
    oneOf('requests_source', t.source, REQUEST_SOURCES),
    oneOf('requests_state', t.state, REQUEST_STATES),
    oneOf('requests_stake_mode', t.stakeMode, STAKE_MODES),
    check('requests_linked_item', sql`${t.state} <> 'linked' or ${t.itemId} is not null`),
    check(
      'requests_item_state',
      sql`${t.itemId} is null or ${t.state} in ('new', 'linked', 'waiting', 'commercial')`,
    ),
    check('requests_duplicate', sql`(${t.state} = 'duplicate') = (${t.duplicateOfId} is not null)`),
    check(
      'requests_written_evidence',
      sql`${t.evidence} <> 'customer_written' or ${t.evidenceUrl} is not null or ${t.evidenceQuote} is not null`,
    ),
    check('requests_doubted', sql`(${t.evidenceDoubt} is null) = (${t.evidenceDoubtedBy} is null)`),
    check(
      'requests_settled',
      sql`${t.settledImportance} is null or (${t.settledReason} is not null and ${t.settledBy} is not null)`,
    ),
  ],
)

/** Contracts at stake, when chosen by hand. */
export const requestContracts = pgTable(
  'request_contracts',
  {
    requestId: integer('request_id')
      .notNull()
      .references(() => requests.id, { onDelete: 'cascade' }),
    contractId: integer('contract_id')
      .notNull()
      .references(() => contracts.id),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.contractId] }),
    index('request_contracts_contract').on(t.contractId),
  ],
)

/** Opportunities at stake: only where the request names them. */
export const requestOpportunities = pgTable(
  'request_opportunities',
  {
    requestId: integer('request_id')
      .notNull()
      .references(() => requests.id, { onDelete: 'cascade' }),
    opportunityId: integer('opportunity_id')
      .notNull()
      .references(() => opportunities.id),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.opportunityId] }),
    index('request_opportunities_opportunity').on(t.opportunityId),
  ],
)

/** What was decided in triage; undone decisions stay. */
export const requestDecisions = pgTable(
  'request_decisions',
  {
    id: id(),
    requestId: integer('request_id')
      .notNull()
      .references(() => requests.id),
    kind: text('kind', { enum: DECISION_KINDS }).notNull(),
    itemId: integer('item_id').references(() => items.id),
    otherRequestId: integer('other_request_id').references(() => requests.id),
    reasonCode: text('reason_code', { enum: DECLINE_REASONS }),
    /** Words for the customer, the answer, or why. */
    words: text('words'),
    revisitCondition: text('revisit_condition'),
    billable: boolean('billable'),
    amountMinor: minor('amount_minor'),
    currency: currency(),
    /** Who settles a commercial decision. */
    commercialOwnerId: integer('commercial_owner_id').references(() => people.id),
    /** The request's triage fields as they were, so that the decision can be undone. */
    before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    /** The request's version right after; undo works while it still holds. */
    afterVersion: integer('after_version').notNull(),
    decidedBy: integer('decided_by')
      .notNull()
      .references(() => people.id),
    decidedAt: moment('decided_at').notNull().defaultNow(),
    undoneAt: moment('undone_at'),
    undoneBy: integer('undone_by').references(() => people.id),
  },
  (t) => [
    index('request_decisions_request').on(t.requestId, t.id.desc()),
    oneOf('request_decisions_kind', t.kind, DECISION_KINDS),
    oneOf('request_decisions_reason', t.reasonCode, DECLINE_REASONS),
    check(
      'request_decisions_decline',
      sql`${t.kind} <> 'decline' or (${t.reasonCode} is not null and ${t.words} is not null)`,
    ),
    check('request_decisions_money', sql`(${t.amountMinor} is null) = (${t.currency} is null)`),
  ],
)

/** Questions back to the CSM, their replies, and answers to the customer. */
export const requestMessages = pgTable(
  'request_messages',
  {
    id: id(),
    requestId: integer('request_id')
      .notNull()
      .references(() => requests.id),
    kind: text('kind', { enum: MESSAGE_KINDS }).notNull(),
    body: text('body').notNull(),
    authorId: integer('author_id')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('request_messages_request').on(t.requestId, t.id),
    oneOf('request_messages_kind', t.kind, MESSAGE_KINDS),
  ],
)

/** Until when a person has seen what happened to a request. */
export const requestReads = pgTable(
  'request_reads',
  {
    requestId: integer('request_id')
      .notNull()
      .references(() => requests.id, { onDelete: 'cascade' }),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    readAt: moment('read_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.personId] })],
)

/** The one unfinished submission of a person, as typed. */
export const drafts = pgTable('drafts', {
  personId: integer('person_id')
    .primaryKey()
    .references(() => people.id),
  fields: jsonb('fields').$type<Record<string, string | string[]>>().notNull(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
})
