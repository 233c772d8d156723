import { z } from 'zod'

import { line, paragraph, recordId } from '#app/lib/fields.ts'
import { COST_SIZES, ITEM_TYPES, LANES } from '#db/constants.ts'

const weeks = z
  .number({ error: 'Enter engineer-weeks as a number, such as 2.5.' })
  // The least that is stored as more than nothing.
  .min(0.01, 'Cost is above 0; the least is 0.01.')
  .max(999_999, 'At most 999,999 engineer-weeks.')
  .optional()

/** Cost as three estimates of engineer-weeks, as a size, or not yet. */
export const costFields = z
  .object({
    costLow: weeks,
    costLikely: weeks,
    costHigh: weeks,
    costSize: z.enum(COST_SIZES).optional(),
  })
  .superRefine(({ costLow, costLikely, costHigh, costSize }, issues) => {
    const given = [costLow, costLikely, costHigh].filter((value) => value !== undefined)
    const say = (field: string, message: string) =>
      issues.addIssue({ code: 'custom', path: [field], message })
    if (given.length > 0 && given.length < 3) {
      say(
        costLow === undefined ? 'costLow' : costLikely === undefined ? 'costLikely' : 'costHigh',
        'Give low, likely and high, or none of them.',
      )
    }
    if (given.length > 0 && costSize) say('costSize', 'Give a size or engineer-weeks, not both.')
    if (costLow !== undefined && costLikely !== undefined && costLow > costLikely) {
      say('costLikely', 'Likely is at least low.')
    }
    if (costLikely !== undefined && costHigh !== undefined && costLikely > costHigh) {
      say('costHigh', 'High is at least likely.')
    }
  })

export const itemTitle = line('Give the item a title.', 200)
export const itemDescription = paragraph('', 20_000)

/** A new item as its form and the triage of a request give it. */
export const newItemSchema = z
  .object({
    title: itemTitle,
    description: itemDescription.optional(),
    type: z.enum(ITEM_TYPES, { error: 'Choose a type.' }),
    productLineId: recordId,
    areaId: recordId.optional(),
    ownerId: recordId.optional(),
    lane: z.enum(LANES).optional(),
  })
  .and(costFields)
export type NewItem = z.output<typeof newItemSchema>
