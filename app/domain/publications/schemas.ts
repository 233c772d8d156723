import { z } from 'zod'

import { line, recordId } from '#app/lib/fields.ts'
import { isIsoDate } from '#app/lib/dates.ts'

/** What the publisher writes. `expectedNumber` is the number the screen offered, so that two publishers are told. */
export const publishSchema = z.object({
  productLineId: recordId,
  expectedNumber: z.coerce.number().int().min(1),
  title: line('Give the publication a title.', 120),
  note: z.string().trim().max(2000, 'At most 2,000 characters.').default(''),
})
export type PublishInput = z.output<typeof publishSchema>

export const shareSchema = z.object({
  /** Last day on which the link works; empty for no end. */
  expiresOn: z
    .string()
    .trim()
    .refine(isIsoDate, 'Write the date as 2026-01-15.')
    .optional()
    .transform((text) => text ?? null),
  showAccounts: z.literal('on').optional().transform(Boolean),
  showMoney: z.literal('on').optional().transform(Boolean),
})
export type ShareInput = z.output<typeof shareSchema>
