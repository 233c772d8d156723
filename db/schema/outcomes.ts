import { sql } from 'drizzle-orm'
import {
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

import { currency, id, minor, moment, oneOf } from '#db/columns.ts'
import { LOSS_REASONS, OUTCOME_SOURCES, OUTCOMES, PREDICTION_DAYS } from '#db/constants.ts'
import { accounts, contracts, opportunities } from './accounts.ts'
import { items } from './items.ts'
import { modelVersions } from './organisation.ts'
import { people } from './people.ts'

/** How customers decided: about a contract at a renewal, or about an opportunity. Taken back, a row is gone. */
export const outcomes = pgTable(
  'outcomes',
  {
    id: id(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    contractId: integer('contract_id').references(() => contracts.id),
    opportunityId: integer('opportunity_id').references(() => opportunities.id),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    /** The renewal or close date that was decided about; null where the contract named none. */
    dueOn: date('due_on', { mode: 'string' }),
    decidedOn: date('decided_on', { mode: 'string' }).notNull(),
    /** Amounts of one period of the contract, or of the opportunity; null where nobody knew it. */
    amountBeforeMinor: minor('amount_before_minor'),
    amountAfterMinor: minor('amount_after_minor'),
    currency: currency(),
    /** Why it was lost, wholly or in part. */
    reason: text('reason', { enum: LOSS_REASONS }),
    /** The item that was missing, where the reason is a gap in the product. */
    itemId: integer('item_id').references(() => items.id),
    note: text('note').notNull().default(''),
    source: text('source', { enum: OUTCOME_SOURCES }).notNull(),
    importId: integer('import_id'),
    /** Fields of the contract that the outcome changed, before and after: what taking it back restores. */
    changed: jsonb('changed')
      .$type<Record<string, { before: unknown; after: unknown }>>()
      .notNull(),
    recordedBy: integer('recorded_by').references(() => people.id),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    // one outcome a renewal
    uniqueIndex('outcomes_contract').on(t.contractId, t.dueOn),
    uniqueIndex('outcomes_opportunity').on(t.opportunityId),
    // serves the account page
    index('outcomes_account').on(t.accountId),
    // serves what was decided lately
    index('outcomes_decided').on(t.decidedOn.desc(), t.id.desc()),
    oneOf('outcomes_outcome', t.outcome, OUTCOMES),
    oneOf('outcomes_reason', t.reason, LOSS_REASONS),
    oneOf('outcomes_source', t.source, OUTCOME_SOURCES),
    check(
      'outcomes_subject',
      sql`(${t.contractId} is null) <> (${t.opportunityId} is null)
        and (${t.opportunityId} is not null) = (${t.outcome} in ('won', 'lost'))`,
    ),
    check('outcomes_item', sql`${t.itemId} is null or ${t.reason} = 'product_gap'`),
    check(
      'outcomes_lost_reason',
      sql`${t.reason} is null or ${t.outcome} in ('contracted', 'churned', 'lost')`,
    ),
    check('outcomes_amounts', sql`${t.amountBeforeMinor} >= 0 and ${t.amountAfterMinor} >= 0`),
  ],
)

/**
 * What the model said before a decision; a trigger refuses any change. Numbers and no references, so that what was
 * said stays whatever becomes of the records.
 */
export const predictions = pgTable(
  'predictions',
  {
    id: id(),
    /** `contract:12` or `opportunity:7`. */
    exposure: text('exposure').notNull(),
    accountId: integer('account_id').notNull(),
    /** Renewal or close date, and the day by which the customer decides: the same less the notice. */
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    decisionOn: date('decision_on', { mode: 'string' }).notNull(),
    /** Days ahead at which it was to be frozen, and the day on which it was. */
    daysAhead: integer('days_ahead').notNull(),
    frozenOn: date('frozen_on', { mode: 'string' }).notNull(),
    frozenAt: moment('frozen_at').notNull(),
    /** Probability of loss. */
    q: doublePrecision('q').notNull(),
    /** Base units: at stake, and after weights. */
    raw: doublePrecision('raw').notNull(),
    weight: doublePrecision('weight').notNull(),
    /** Shares of `q` by cause, as `PredictedParts`. */
    parts: jsonb('parts').$type<unknown>().notNull(),
    /** What the model read, so that it can be run again, and a hash of it. */
    inputs: jsonb('inputs').$type<unknown>().notNull(),
    inputsHash: text('inputs_hash').notNull(),
    modelVersionId: integer('model_version_id')
      .notNull()
      .references(() => modelVersions.id),
  },
  (t) => [
    // one prediction a decision and distance, however often the job runs
    unique('predictions_once').on(t.exposure, t.decisionOn, t.daysAhead),
    check('predictions_days', sql`${t.daysAhead} in (${sql.raw(PREDICTION_DAYS.join(', '))})`),
    check('predictions_q', sql`${t.q} between 0 and 1`),
  ],
)
