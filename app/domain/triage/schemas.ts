import { z } from 'zod'

import { itemDescription, itemTitle, costFields } from '#app/domain/items/new-item-schema.ts'
import { isCurrency } from '#app/domain/money.ts'
import { day, line, paragraph, recordId } from '#app/lib/fields.ts'
import { DECLINE_REASONS, IMPORTANCES, ITEM_TYPES, REQUEST_TYPES } from '#db/constants.ts'

/** The version of the request that the person saw: whoever decides second is told. */
const version = z.coerce.number().int().min(1)

const importance = z.enum(IMPORTANCES, { error: 'Choose an importance.' })

/** For decisions that need nothing but the request: unlink, unmerge, take up again. */
export const plainSchema = z.object({ version })

export const linkSchema = z.object({ version, itemId: recordId })
export type LinkInput = z.output<typeof linkSchema>

export const newItemOfRequestSchema = z
  .object({
    version,
    title: itemTitle,
    description: itemDescription.optional(),
    type: z.enum(ITEM_TYPES, { error: 'Choose a type.' }),
    productLineId: recordId,
    areaId: recordId.optional(),
    ownerId: recordId.optional(),
  })
  .and(costFields)
export type NewItemOfRequestInput = z.output<typeof newItemOfRequestSchema>

const part = z.object({
  title: line('Give each part a title.', 200),
  body: paragraph('Each part keeps some of the customer’s words.', 20_000),
  itemId: recordId.optional(),
})

/** The first part keeps the number of the request. */
export const splitSchema = z.object({
  version,
  parts: z
    .array(part)
    .min(2, 'A split has at least two parts.')
    .max(10, 'A split has at most ten parts.'),
})
export type SplitInput = z.output<typeof splitSchema>

export const mergeSchema = z.object({ version, otherId: recordId })
export type MergeInput = z.output<typeof mergeSchema>

export const answerSchema = z.object({ version, words: paragraph('Write the answer.', 20_000) })
export const askBackSchema = z.object({ version, words: paragraph('Write the question.', 20_000) })
export type WordsInput = z.output<typeof answerSchema>

const decline = {
  reason: z.enum(DECLINE_REASONS, { error: 'Choose a reason.' }),
  words: paragraph('Say it in words that the CSM can pass on.', 20_000),
  condition: line('', 300).optional(),
  revisitOn: day.optional(),
}
export const declineSchema = z.object({ version, ...decline })
export type DeclineInput = z.output<typeof declineSchema>

const amount = {
  amount: z
    .number({ error: 'Enter the amount as a number, such as 12000.' })
    .nonnegative('An amount is at least 0.')
    .max(1_000_000_000, 'At most 1,000,000,000.')
    .optional(),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine(isCurrency, 'Enter a currency such as EUR.')
    .optional(),
}

export const askCommercialSchema = z.object({
  step: z.literal('ask'),
  version,
  ownerId: recordId,
  words: paragraph('', 20_000).optional(),
})
export const acceptChangeSchema = z.object({
  step: z.literal('accept'),
  version,
  billable: z.enum(['yes', 'no'], { error: 'Say whether it is billable.' }),
  ...amount,
  words: paragraph('', 20_000).optional(),
})
export const declineChangeSchema = z.object({ step: z.literal('decline'), version, ...decline })

/** Asking who decides whether the change is made, and the decision once it is there. */
export const commercialSchema = z.discriminatedUnion('step', [
  askCommercialSchema,
  acceptChangeSchema,
  declineChangeSchema,
])
export type CommercialInput = z.output<typeof commercialSchema>

/** Without an item a new one is made of the request. */
export const fastLaneSchema = z.object({ version, itemId: recordId.optional() })
export type FastLaneInput = z.output<typeof fastLaneSchema>

export const retypeSchema = z.object({
  version,
  type: z.enum(REQUEST_TYPES, { error: 'Choose a type.' }),
})
export type RetypeInput = z.output<typeof retypeSchema>

const place = { productLineId: recordId, areaId: recordId.optional() }
export const moveSchema = z.object({ version, ...place })
export type MoveInput = z.output<typeof moveSchema>

/** Without an importance Product's view is taken back. */
export const importanceSchema = z.object({ version, importance: importance.optional() })
export type ImportanceInput = z.output<typeof importanceSchema>

export const settleSchema = z.object({
  version,
  importance,
  reason: paragraph('Say why, for both teams.', 2_000),
})
export type SettleInput = z.output<typeof settleSchema>

/** Whether Product finds the evidence convincing; a doubt needs its reason. */
export const doubtSchema = z
  .object({
    version,
    convincing: z.enum(['yes', 'no'], { error: 'Say whether it is convincing.' }),
    reason: paragraph('', 2_000).optional(),
  })
  .superRefine(({ convincing, reason }, issues) => {
    if (convincing === 'no' && !reason) {
      issues.addIssue({
        code: 'custom',
        path: ['reason'],
        message: 'Say what would be convincing, for the CSM.',
      })
    }
  })
export type DoubtInput = z.output<typeof doubtSchema>

/** `142:3` is REQ-142 as the person saw it at version 3. */
export const selectedSchema = z
  .string()
  .regex(/^\d{1,9}:\d{1,9}$/)
  .transform((text) => {
    const [requestId, seen] = text.split(':')
    return { requestId: Number(requestId), version: Number(seen) }
  })

const selection = {
  requests: z
    .array(selectedSchema)
    .min(1, 'Select at least one request.')
    .max(200, 'At most 200 at once.'),
}

export const bulkLinkSchema = z.object({
  decision: z.literal('link'),
  ...selection,
  itemId: recordId,
})
export const bulkDeclineSchema = z.object({
  decision: z.literal('decline'),
  ...selection,
  ...decline,
})
export const bulkMoveSchema = z.object({ decision: z.literal('move'), ...selection, ...place })

export const bulkSchema = z.discriminatedUnion(
  'decision',
  [bulkLinkSchema, bulkDeclineSchema, bulkMoveSchema],
  { error: 'Choose what to do.' },
)
export type BulkInput = z.output<typeof bulkSchema>

export const bulkUndoSchema = z.object({ decisionIds: z.array(recordId).min(1).max(200) })
