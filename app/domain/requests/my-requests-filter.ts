import { z } from 'zod'

import { REQUEST_STATES } from '#db/constants.ts'

export const MY_REQUESTS_VIEWS = ['all', 'asked', 'unread'] as const

const position = z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null)

/** The list's address: what is shown, and from which row on. Whatever makes no sense is left out. */
export const myRequestsFilterSchema = z.object({
  show: z.enum(MY_REQUESTS_VIEWS).catch('all'),
  state: z.enum(REQUEST_STATES).nullable().catch(null),
  /** Rows older than this one. */
  before: position,
  /** Rows newer than this one. */
  after: position,
})
export type MyRequestsFilter = z.output<typeof myRequestsFilterSchema>
