import { z } from 'zod'

import { readPlace, type KeysetPlace } from '#app/lib/keyset.ts'
import { recordId } from '#app/lib/fields.ts'
import { HEALTH_COLOURS, LIFECYCLES } from '#db/constants.ts'

export const ACCOUNT_SORTS = ['name', 'arr', 'renewal', 'health', 'requests'] as const
export type AccountSort = (typeof ACCOUNT_SORTS)[number]

const DAY = /^\d{4}-\d{2}-\d{2}$/
const COUNT = /^\d{1,9}$/
const AMOUNT = /^\d{1,25}(\.\d{1,20})?$/
const NAME = /^\P{Cc}{0,250}$/u

/** Which way each column is read first, and how its key is written in a place of the list. */
export const SORTS: Readonly<Record<AccountSort, { descending: boolean; keyForm: RegExp }>> = {
  name: { descending: false, keyForm: NAME },
  arr: { descending: true, keyForm: AMOUNT },
  renewal: { descending: false, keyForm: DAY },
  health: { descending: false, keyForm: COUNT },
  requests: { descending: true, keyForm: COUNT },
}

const word = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text))
    .optional()
    .catch(undefined)

/** What an address may say about the list; what makes no sense there is left out. */
const filterSchema = z.object({
  q: word(200),
  owner: z
    .union([z.enum(['me', 'none']), recordId])
    .optional()
    .catch(undefined),
  lifecycle: z.enum(LIFECYCLES).optional().catch(undefined),
  health: z
    .enum([...HEALTH_COLOURS, 'unknown'])
    .optional()
    .catch(undefined),
  segment: word(80),
  region: word(80),
  industry: word(80),
  line: word(80),
  archived: z.literal('yes').optional().catch(undefined),
  sort: z.enum(ACCOUNT_SORTS).optional().catch(undefined),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
})

export type AccountFilter = Omit<z.output<typeof filterSchema>, 'sort' | 'dir'> & {
  sort: AccountSort
  descending: boolean
  /** The page after, or before, this place; at most one of them. */
  after: KeysetPlace | null
  before: KeysetPlace | null
}

/** The names of the filters in an address, in the order in which they are shown. */
export const FILTER_NAMES = [
  'q',
  'owner',
  'lifecycle',
  'health',
  'segment',
  'region',
  'industry',
  'archived',
] as const

/** Reads filters, sort and page from an address. */
export function readAccountFilter(search: URLSearchParams): AccountFilter {
  const { sort = 'name', dir, ...filter } = filterSchema.parse(Object.fromEntries(search))
  const { descending, keyForm } = SORTS[sort]
  const after = readPlace(search.get('after'), keyForm)
  return {
    ...filter,
    sort,
    descending: dir === undefined ? descending : dir === 'desc',
    after,
    before: after ? null : readPlace(search.get('before'), keyForm),
  }
}
