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
  text,
} from 'drizzle-orm/pg-core'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { createdAt, id, moment, oneOf, version } from '#db/columns.ts'
import {
  CONFIDENCES,
  COST_SIZES,
  HORIZONS,
  ITEM_STATUSES,
  ITEM_TYPES,
  LANES,
} from '#db/constants.ts'
import { areas, productLines } from './organisation.ts'
import { people } from './people.ts'

const weeks = (name: string) => numeric(name, { precision: 8, scale: 2, mode: 'number' })

export const items = pgTable(
  'items',
  {
    id: id(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    /** Folded title and description, for look-alikes and search. */
    titleFold: text('title_fold').notNull(),
    bodyFold: text('body_fold').notNull(),
    /** For filters only: the score takes each request's own type. */
    type: text('type', { enum: ITEM_TYPES }).notNull(),
    productLineId: integer('product_line_id')
      .notNull()
      .references(() => productLines.id),
    areaId: integer('area_id').references(() => areas.id),
    ownerId: integer('owner_id').references(() => people.id),
    lane: text('lane', { enum: LANES }).notNull().default('ranked'),
    fastLane: boolean('fast_lane').notNull().default(false),
    status: text('status', { enum: ITEM_STATUSES }).notNull().default('candidate'),
    /** Only, and always, with status planned. */
    horizon: text('horizon', { enum: HORIZONS }),
    /** Engineer-weeks; all three or none. */
    costLow: weeks('cost_low'),
    costLikely: weeks('cost_likely'),
    costHigh: weeks('cost_high'),
    costSize: text('cost_size', { enum: COST_SIZES }),
    /** A quarter is stored as its last day, with ship_quarter set. */
    shipsOn: date('ships_on', { mode: 'string' }),
    shipQuarter: text('ship_quarter'),
    shipConfidence: text('ship_confidence', { enum: CONFIDENCES }),
    trackerUrl: text('tracker_url'),
    trackerKey: text('tracker_key'),
    /** The item it was merged into; it then has no requests and no rank. */
    mergedIntoId: integer('merged_into_id').references((): AnyPgColumn => items.id),
    /** When the present status began. */
    statusSince: moment('status_since').notNull().defaultNow(),
    version: version(),
    createdBy: integer('created_by').references(() => people.id),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    // serves the backlog of a product line
    index('items_line_status').on(t.productLineId, t.status),
    // serves look-alikes and search
    index('items_title_trgm').using('gin', t.titleFold.op('gin_trgm_ops')),
    index('items_text').using(
      'gin',
      sql`to_tsvector('simple', ${t.titleFold} || ' ' || ${t.bodyFold})`,
    ),
    index('items_owner').on(t.ownerId),
    oneOf('items_type', t.type, ITEM_TYPES),
    oneOf('items_lane', t.lane, LANES),
    oneOf('items_status', t.status, ITEM_STATUSES),
    oneOf('items_horizon', t.horizon, HORIZONS),
    oneOf('items_cost_size', t.costSize, COST_SIZES),
    oneOf('items_ship_confidence', t.shipConfidence, CONFIDENCES),
    check('items_horizon_planned', sql`(${t.status} = 'planned') = (${t.horizon} is not null)`),
    check(
      'items_cost_order',
      sql`(${t.costLow} is null and ${t.costLikely} is null and ${t.costHigh} is null)
        or (${t.costLow} > 0 and ${t.costLow} <= ${t.costLikely} and ${t.costLikely} <= ${t.costHigh})`,
    ),
    check('items_one_cost', sql`${t.costSize} is null or ${t.costLow} is null`),
  ],
)

/** A change of status: from where to where, who, when, why. */
export const itemDecisions = pgTable(
  'item_decisions',
  {
    id: id(),
    itemId: integer('item_id')
      .notNull()
      .references(() => items.id),
    fromStatus: text('from_status', { enum: ITEM_STATUSES }),
    toStatus: text('to_status', { enum: ITEM_STATUSES }).notNull(),
    toHorizon: text('to_horizon', { enum: HORIZONS }),
    reason: text('reason').notNull(),
    decidedBy: integer('decided_by').references(() => people.id),
    decidedAt: moment('decided_at').notNull().defaultNow(),
  },
  (t) => [
    index('item_decisions_item').on(t.itemId, t.id.desc()),
    oneOf('item_decisions_to', t.toStatus, ITEM_STATUSES),
  ],
)

/** A merge of one item into another, with the scores before and after. */
export const itemMerges = pgTable(
  'item_merges',
  {
    id: id(),
    fromItemId: integer('from_item_id')
      .notNull()
      .references(() => items.id),
    intoItemId: integer('into_item_id')
      .notNull()
      .references(() => items.id),
    /** The requests that moved. */
    requestIds: jsonb('request_ids').$type<number[]>().notNull(),
    scores: jsonb('scores')
      .$type<{ from: number; intoBefore: number; intoAfter: number }>()
      .notNull(),
    reason: text('reason').notNull(),
    mergedBy: integer('merged_by').references(() => people.id),
    mergedAt: moment('merged_at').notNull().defaultNow(),
  },
  (t) => [index('item_merges_into').on(t.intoItemId), index('item_merges_from').on(t.fromItemId)],
)
