import { z } from 'zod'

import { day, recordId } from '#app/lib/fields.ts'

/** A place between two events: the moment and number of the last one that was shown. */
const cursor = z
  .string()
  .regex(/^\d{1,14}\.\d{1,9}$/)
  .transform((text) => {
    const [milliseconds, id] = text.split('.').map(Number)
    return { at: new Date(milliseconds ?? 0), id: id ?? 0 }
  })

/** Filters in the address; what makes no sense there is left out. */
export const auditSchema = z.object({
  who: recordId.optional().catch(undefined),
  what: z
    .string()
    .regex(/^[a-z_.]{1,80}$/)
    .optional()
    .catch(undefined),
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  before: cursor.optional().catch(undefined),
})
export type AuditFilters = z.output<typeof auditSchema>

/** The `before` that shows what is older than this event. */
export function cursorOf({ at, id }: { at: Date; id: number }): string {
  return `${at.getTime()}.${id}`
}
