import { z } from 'zod'

import { CRITERION_KINDS, HORIZONS, ITEM_STATUSES, ITEM_TYPES, LANES } from '#db/constants.ts'

const money = z.number()
const day = z.string()

/** What an account has at stake on an item, at the time. Base units, raw but for `value`. */
const AccountLine = z.object({
  accountId: z.number(),
  name: z.string(),
  arrAtRisk: money,
  canSave: money,
  value: money,
})

const PublishedItem = z.object({
  itemId: z.number(),
  title: z.string(),
  type: z.enum(ITEM_TYPES),
  area: z.string().nullable(),
  owner: z.string().nullable(),
  lane: z.enum(LANES),
  status: z.enum(ITEM_STATUSES),
  horizon: z.enum(HORIZONS).nullable(),
  shipsOn: day.nullable(),
  shipQuarter: z.string().nullable(),
  /** Within the product line; null for a reserved lane. */
  rank: z.number().nullable(),
  /** By the score alone, and whether it kept its place against that; null before places were kept. */
  scoredRank: z.number().nullable().default(null),
  kept: z.boolean().default(false),
  score: money,
  /** Ends of the 80 % interval of the score, and the tier; publications from before there were any name none. */
  low: money.nullable().default(null),
  high: money.nullable().default(null),
  tier: z.number().nullable().default(null),
  value: money,
  arrAtRisk: money,
  canSave: money,
  /** Expected engineer-weeks, and whether somebody estimated them. */
  costMean: z.number(),
  estimated: z.boolean(),
  startBy: day.nullable(),
  accounts: z.array(AccountLine),
})

const Ended = z.object({ itemId: z.number(), title: z.string(), on: day, reason: z.string() })

const Change = z.object({
  itemId: z.number(),
  title: z.string(),
  kind: z.enum(['new', 'up', 'down', 'shipped', 'declined', 'gone']),
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** Why, as plain sentences that name no account and no money. */
  why: z.string(),
})

const Profile = z.object({
  id: z.number(),
  number: z.number(),
  summary: z.string(),
  criteria: z.array(
    z.object({
      kind: z.enum(CRITERION_KINDS),
      label: z.string(),
      points: z.number(),
      why: z.string(),
    }),
  ),
  signatures: z.array(z.object({ team: z.string(), name: z.string(), at: z.string() })),
})

/**
 * Everything a publication shows, with names and figures as they were. It never holds the customers' words nor the
 * names of their people. Money in base units of `rates.base`.
 */
export const PublicationContent = z.object({
  organisation: z.string(),
  productLine: z.string(),
  /** Number of the publication that `changes` compares with; null for the first. */
  since: z.number().nullable(),
  /** A new planning cycle: the order is as scored, whatever was published before. */
  newCycle: z.boolean().default(false),
  /** The day it shows. */
  today: day,
  modelVersion: z.number(),
  rates: z.object({ base: z.string(), rates: z.record(z.string(), z.number()) }),
  profile: Profile.nullable(),
  totals: z.object({
    arrAtRisk: money,
    canSave: money,
    value: money,
    accounts: z.number(),
  }),
  items: z.array(PublishedItem),
  shipped: z.array(Ended),
  declined: z.array(Ended),
  changes: z.array(Change),
  publishedBy: z.string(),
})

export type PublicationContent = z.output<typeof PublicationContent>
export type PublishedItem = z.output<typeof PublishedItem>
export type PublicationChange = z.output<typeof Change>

/** Reads a stored publication. Throws when it has another shape, which is a bug. */
export function parsePublication(content: unknown): PublicationContent {
  return PublicationContent.parse(content)
}
