import { z } from 'zod'

import { line, optionalDay, optionalParagraph, recordId } from '#app/lib/fields.ts'

/** What the publisher writes. `expectedNumber` is the number the screen offered, so that two publishers are told. */
export const publishSchema = z.object({
  productLineId: recordId,
  expectedNumber: z.coerce.number().int().min(1),
  title: line('Give the publication a title.', 120),
  note: optionalParagraph(2000),
  /** Take the order as scored, whatever was published before. */
  newCycle: z.literal('on').optional().transform(Boolean),
})
export type PublishInput = z.output<typeof publishSchema>

export const shareSchema = z.object({
  /** Last day on which the link works; empty for no end. */
  expiresOn: optionalDay,
  showAccounts: z.literal('on').optional().transform(Boolean),
  showMoney: z.literal('on').optional().transform(Boolean),
})
export type ShareInput = z.output<typeof shareSchema>
