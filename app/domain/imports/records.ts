import { z } from 'zod'

import {
  CONTRACT_OUTCOMES,
  CONTRACT_PERIODS,
  EVIDENCES,
  HEALTH_COLOURS,
  IMPORTANCES,
  LIFECYCLES,
  LOSS_REASONS,
  OPPORTUNITY_KINDS,
  OPPORTUNITY_STATES,
  REQUEST_TYPES,
} from '#db/constants.ts'
import { IMPORTED_STATES } from './request-fields.ts'

/*
 * Rows of a file as typed records. A key that is missing was not in the file, or its cell was blank:
 * an import leaves that field as it is.
 */

const isoDate = z.iso.date()
const money = z.object({ minor: z.int().min(0), currency: z.string().length(3) })

/** Somebody of ours as a file names them; whoever writes the record finds the person. */
const person = z.union([z.object({ email: z.string() }), z.object({ name: z.string() })])
export type PersonReference = z.infer<typeof person>

/** An account as a file names it. All keys missing: the row is kept aside, to be matched by hand. */
const account = z.object({
  externalId: z.string().optional(),
  domain: z.string().optional(),
  name: z.string().optional(),
})
export type AccountReference = z.infer<typeof account>

const accountRow = z.object({
  externalId: z.string(),
  name: z.string(),
  domain: z.string().optional(),
  parentExternalId: z.string().optional(),
  lifecycle: z.enum(LIFECYCLES).optional(),
  /** Null says that the health is unknown. */
  healthColour: z.enum(HEALTH_COLOURS).nullable().optional(),
  healthScore: z.int().min(0).max(100).optional(),
  segment: z.string().optional(),
  industry: z.string().optional(),
  region: z.string().optional(),
  employees: z.int().optional(),
  plan: z.string().optional(),
  owner: person.optional(),
  /** Custom attributes by key. */
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** What `arr` and `renewal_date` say of the contract `<external id>#main`. */
  mainContract: z
    .object({
      externalId: z.string(),
      amount: money.optional(),
      period: z.enum(CONTRACT_PERIODS),
      renewsOn: isoDate.optional(),
    })
    .optional(),
})
export type AccountRow = z.infer<typeof accountRow>

const contractRow = z.object({
  externalId: z.string(),
  account,
  /** External ids of further accounts. */
  covers: z.array(z.string()).optional(),
  productLine: z.string().optional(),
  /** For one period. */
  amount: money,
  period: z.enum(CONTRACT_PERIODS),
  startsOn: isoDate.optional(),
  renewsOn: isoDate.optional(),
  evergreen: z.boolean().optional(),
  noticeDays: z.int().min(0).max(3650).optional(),
  autoRenew: z.boolean().optional(),
  endedOn: isoDate.optional(),
})
export type ContractRow = z.infer<typeof contractRow>

const opportunityRow = z.object({
  externalId: z.string(),
  account,
  name: z.string(),
  /** In a year. */
  amount: money.optional(),
  stage: z.string().optional(),
  state: z.enum(OPPORTUNITY_STATES).optional(),
  probability: z.int().min(0).max(100).optional(),
  closesOn: isoDate.optional(),
  kind: z.enum(OPPORTUNITY_KINDS).optional(),
  productLine: z.string().optional(),
})
export type OpportunityRow = z.infer<typeof opportunityRow>

const requestRow = z.object({
  externalId: z.string(),
  title: z.string(),
  body: z.string().optional(),
  type: z.enum(REQUEST_TYPES),
  importance: z.enum(IMPORTANCES),
  state: z.enum(IMPORTED_STATES).optional(),
  /** The status as the source writes it. */
  sourceStatus: z.string().optional(),
  productLine: z.string().optional(),
  area: z.string().optional(),
  account,
  /** Who at the customer said it: name, e-mail or both. */
  contactName: z.string().optional(),
  submittedBy: person.optional(),
  evidence: z.enum(EVIDENCES).optional(),
  evidenceUrl: z.string().optional(),
  contractExternalIds: z.array(z.string()).optional(),
  opportunityExternalIds: z.array(z.string()).optional(),
  /** ISO moment in UTC. */
  createdAt: z.iso.datetime().optional(),
  /** What the customer was told: the answer, or the words of the decline. */
  answer: z.string().optional(),
  /** With state duplicate: the request it repeats. */
  originalExternalId: z.string().optional(),
})
export type RequestRow = z.infer<typeof requestRow>

const outcomeRow = z.object({
  /** How the row names its contract, and the day: `C-1 2026-05-15`. */
  externalId: z.string(),
  contractExternalId: z.string().optional(),
  account,
  decidedOn: isoDate,
  outcome: z.enum(CONTRACT_OUTCOMES),
  /** For one period of the contract. */
  amount: money.optional(),
  reason: z.enum(LOSS_REASONS).optional(),
  itemId: z.int().optional(),
  note: z.string().optional(),
})
export type OutcomeRow = z.infer<typeof outcomeRow>

/** One row of any kind, as it is stored between dry run and applying. */
export const importedRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accounts'), row: accountRow }),
  z.object({ kind: z.literal('contracts'), row: contractRow }),
  z.object({ kind: z.literal('opportunities'), row: opportunityRow }),
  z.object({ kind: z.literal('requests'), row: requestRow }),
  z.object({ kind: z.literal('outcomes'), row: outcomeRow }),
])
export type ImportedRecord = z.infer<typeof importedRecord>
