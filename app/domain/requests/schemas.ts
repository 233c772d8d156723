import { z } from 'zod'

import { selectedSchema } from '#app/domain/triage/schemas.ts'
import { line, paragraph, recordId, webAddress } from '#app/lib/fields.ts'
import { EVIDENCES, IMPORTANCES, REQUEST_SOURCES, REQUEST_TYPES } from '#db/constants.ts'

export const LONGEST_WORDS = 50_000

/** The number of a record, with the words for when it is missing or odd. */
const chosen = (message: string) =>
  z.coerce.number({ error: message }).int(message).min(1, message).max(2_147_483_647, message)

const fields = z.object({
  /** Made with the form; the same form with the same words submits one request. */
  submissionKey: z.uuid('Load the page again.').optional(),
  accountId: chosen('Choose the account.'),
  /** The customer's words. */
  body: paragraph('Write down what they said.', LONGEST_WORDS),
  title: line('Write a title.', 200).optional(),
  importance: z.enum(IMPORTANCES, { error: 'Choose how much it matters to this customer.' }),
  type: z.enum(REQUEST_TYPES, { error: 'Choose a type.' }),
  evidence: z.enum(EVIDENCES, { error: 'Choose how you know.' }).default('none'),
  evidenceUrl: webAddress.optional(),
  evidenceQuote: paragraph('Quote them.', 10_000).optional(),
  contactName: line('Enter a name.', 200).optional(),
  contactRole: line('Enter a role.', 200).optional(),
  source: z.enum(REQUEST_SOURCES, { error: 'Choose where you heard it.' }),
  goal: paragraph('Write down the goal.', 1_000).optional(),
  productLineId: chosen('Choose a product line.'),
  areaId: recordId.optional(),
  /** The item that is asked for already. */
  sameAs: recordId.optional(),
  /** What is at stake, as ticked; counts only when `stakeFor` says that there was something to tick. */
  contractIds: z.array(recordId).default([]),
  opportunityIds: z.array(recordId).default([]),
  /** The product line for which the boxes were ticked beforehand. */
  stakeFor: recordId.optional(),
})

type Fields = z.output<typeof fields>
type Proof = Pick<Fields, 'evidence' | 'evidenceUrl' | 'evidenceQuote'>

function checkProof(value: Proof, issues: z.RefinementCtx): void {
  if (value.evidence === 'customer_written' && !value.evidenceUrl && !value.evidenceQuote) {
    const message = 'Quote what they wrote, or link to it.'
    issues.addIssue({ code: 'custom', path: ['evidenceQuote'], message })
  }
}

function checkTogether(value: Proof & Pick<Fields, 'type' | 'sameAs'>, issues: z.RefinementCtx) {
  checkProof(value, issues)
  if (value.type === 'question' && value.sameAs) {
    const message = 'A question asks for no item. Choose another type, or “something new”.'
    issues.addIssue({ code: 'custom', path: ['type'], message })
  }
}

/** A new request, as the form, an import and the demo company give it. */
export const submissionSchema = fields.superRefine(checkTogether)
export type SubmissionInput = z.output<typeof submissionSchema>

/** The same request again, while it is new, of the same account; `version` is the one that the person saw. */
export const editSchema = fields
  .omit({ submissionKey: true, accountId: true })
  .extend({ version: z.coerce.number().int() })
  .superRefine(checkTogether)
export type EditInput = z.output<typeof editSchema>

/** Requests whose claims still hold, as the person saw them. */
export const confirmManySchema = z.object({
  requests: z
    .array(selectedSchema)
    .min(1, 'Tick at least one request.')
    .max(200, 'At most 200 at once.'),
})
export type ConfirmManyInput = z.output<typeof confirmManySchema>

/** Other evidence than before, at any time; `version` is the one that the person saw. */
export const evidenceSchema = fields
  .pick({ evidence: true, evidenceUrl: true, evidenceQuote: true })
  .extend({ version: z.coerce.number().int() })
  .superRefine(checkProof)
export type EvidenceInput = z.output<typeof evidenceSchema>

export const replySchema = z.object({ body: paragraph('Write a reply.', 10_000) })

export const outcomeSchema = z.object({
  solved: z
    .enum(['yes', 'no'], { error: 'Say whether it solved the need.' })
    .transform((word) => word === 'yes'),
})
