import { z } from 'zod'

import {
  optionalDay,
  optionalId,
  optionalLine,
  paragraph,
  recordId,
  versionField,
  webAddress,
} from '#app/lib/fields.ts'
import { lastDayOf } from '#app/lib/quarters.ts'
import { CONFIDENCES, ITEM_TYPES, LANES } from '#db/constants.ts'

import { costFields, itemDescription, itemTitle } from './new-item-schema.ts'
import { STEPS } from './words.ts'

const reason = paragraph('Say why.', 2_000)

/** What an item is, apart from its cost, date and status. */
export const itemEditSchema = z.object({
  version: versionField,
  title: itemTitle,
  description: itemDescription.optional().transform((text) => text ?? ''),
  type: z.enum(ITEM_TYPES, { error: 'Choose a type.' }),
  productLineId: recordId,
  areaId: optionalId,
  ownerId: optionalId,
  lane: z.enum(LANES, { error: 'Choose how it competes.' }),
  trackerUrl: webAddress.optional().transform((url) => url ?? null),
  trackerKey: optionalLine(60),
})
export type ItemEdit = z.output<typeof itemEditSchema> & { itemId: number }

export const estimateSchema = z.object({ version: versionField }).and(costFields)
export type Estimate = z.output<typeof estimateSchema> & { itemId: number }

/** When it is expected: on a day, in a quarter, or not said. */
export const shipDateSchema = z
  .object({
    version: versionField,
    shipsOn: optionalDay,
    shipQuarter: z
      .string()
      .refine((text) => lastDayOf(text) !== null, 'Choose a quarter of the list.')
      .optional()
      .transform((text) => text ?? null),
    shipConfidence: z
      .enum(CONFIDENCES, { error: 'Choose how sure you are.' })
      .optional()
      .transform((confidence) => confidence ?? null),
  })
  .superRefine((value, issues) => {
    const say = (field: string, message: string) =>
      issues.addIssue({ code: 'custom', path: [field], message })
    const given = value.shipsOn !== null || value.shipQuarter !== null
    if (value.shipsOn !== null && value.shipQuarter !== null) {
      say('shipQuarter', 'Give a day or a quarter, not both.')
    }
    if (given && value.shipConfidence === null) say('shipConfidence', 'Choose how sure you are.')
    if (!given && value.shipConfidence !== null) {
      say('shipsOn', 'Give a day or a quarter, or take the confidence off.')
    }
  })
export type ShipDate = z.output<typeof shipDateSchema> & { itemId: number }

export const statusSchema = z.object({
  version: versionField,
  to: z.enum(STEPS, { error: 'Choose where it stands.' }),
  reason,
})
export type StatusChange = z.output<typeof statusSchema> & { itemId: number }

/** `version` is the item's that goes, `intoVersion` the one's that stays, both as the preview showed them. */
export const mergeSchema = z.object({
  version: versionField,
  intoId: recordId,
  intoVersion: versionField,
  reason,
})
export type Merge = z.output<typeof mergeSchema> & { itemId: number }
