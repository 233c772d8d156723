import { z } from 'zod'

import { isIsoDate } from '#app/lib/dates.ts'
import { COST_SIZES, EVIDENCES, IMPORTANCES, REQUEST_TYPES } from '#db/constants.ts'

import { parametersSchema } from './parameters.ts'
import type { ScoreResult } from './types.ts'

const isoDate = z.string().refine(isIsoDate, 'is no date, write it as 2026-01-15')
const id = z.string().min(1)

const exposureSchema = z.object({
  id,
  account: z.string(),
  accountId: z.string().optional(),
  kind: z.enum(['renewal', 'expansion', 'new_business']),
  amount: z.number().nullable(),
  currency: z.string(),
  fx: z.number().positive().nullable(),
  win: z.number().min(0).max(1).nullable(),
  health: z.number().min(0).max(100).nullable(),
  date: isoDate.nullable(),
  evergreen: z.boolean().optional(),
  notice: z.number().int().min(0).max(3650).optional(),
  icp: z.number().min(0).max(1).nullable(),
  strategic: z.number().positive(),
})

const weeks = z.number().positive().optional()

/** In a file the estimate lies flat beside the title, as `p10`, `p50`, `p90`. */
const itemSchema = z
  .object({
    id,
    title: z.string(),
    type: z.enum(REQUEST_TYPES),
    p10: weeks,
    p50: weeks,
    p90: weeks,
    size: z.enum(COST_SIZES).optional(),
    shipDate: isoDate.optional(),
  })
  .transform(({ p10, p50, p90, ...item }, context) => {
    if (p10 === undefined && p50 === undefined && p90 === undefined) return item
    if (p10 === undefined || p50 === undefined || p90 === undefined || p10 > p50 || p50 > p90) {
      context.addIssue({ code: 'custom', message: 'needs p10 <= p50 <= p90, or none of them' })
      return z.NEVER
    }
    return { ...item, estimate: { p10, p50, p90 } }
  })

const linkSchema = z.object({
  x: id,
  r: id.nullable(),
  request: z.string().optional(),
  severity: z.enum(IMPORTANCES),
  evidence: z.enum(EVIDENCES),
  ageDays: z.number().min(0),
  type: z.enum(REQUEST_TYPES).optional(),
  standing: z.enum(['open', 'declined', 'shipped', 'unsolved']).optional(),
  submitter: z.string().optional(),
})

const submitterSchema = z.object({
  id,
  accounts: z.number().int().min(0),
  blockers: z.array(isoDate),
  calibration: z.number().positive().optional(),
})

/** Index of the first record whose id came before, or -1. */
function repeated(records: readonly { id: string }[]): number {
  const seen = new Set<string>()
  return records.findIndex(({ id }) => seen.size === seen.add(id).size)
}

const inputSchema = z
  .object({
    exposures: z.array(exposureSchema),
    items: z.array(itemSchema),
    links: z.array(linkSchema),
    submitters: z.array(submitterSchema).optional(),
  })
  .superRefine(({ exposures, items, links, submitters = [] }, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    for (const [name, records] of Object.entries({ exposures, items, submitters })) {
      const second = repeated(records)
      if (second >= 0) complain([name, second, 'id'], 'is there twice')
    }
    const exposureIds = new Set(exposures.map((exposure) => exposure.id))
    const itemIds = new Set(items.map((item) => item.id))
    links.forEach(({ x, r, type, standing = 'open' }, i) => {
      const known = r !== null && itemIds.has(r)
      if (!exposureIds.has(x)) complain(['links', i, 'x'], `names the unknown exposure ${x}`)
      if (!known && standing === 'open') {
        complain(['links', i, 'r'], `names the unknown item ${r}`)
      } else if (!known && type === undefined) {
        complain(['links', i, 'type'], 'is needed where the item is not in the file')
      }
    })
  })

/** A score file: `today`, `parameters` and `input`; whatever else it holds is left alone. */
export const scoreFileSchema = z.object({
  today: isoDate,
  parameters: parametersSchema,
  input: inputSchema,
})

/** The figures that a ranking is checked by, exposures and items by id. */
export function toScoreReport({ exposures, items }: ScoreResult) {
  return {
    exposures: exposures.map(({ id, days, l0, chi, raw, w, q, arrAtRisk, protectable, links }) => ({
      id,
      days,
      l0,
      chi,
      raw,
      w,
      q,
      arrAtRisk,
      protectable,
      links: links.map(({ item, lambda, u, rho, mu }) => ({ item, lambda, u, rho, mu })),
    })),
    items: items.map(
      ({ id, costSigma, costMean, leadWeeks, alone, value, last, score, parts }) => ({
        id,
        costSigma,
        costMean,
        leadWeeks,
        alone,
        value,
        last,
        score,
        parts: parts.map((part) => ({
          exposure: part.exposure,
          value: part.value,
          cause: part.arrAtRisk,
        })),
      }),
    ),
  }
}
