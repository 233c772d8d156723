import { z } from 'zod'

import { line, recordId } from '#app/lib/fields.ts'

/** What saving a what-if asks beyond what its address says. */
export const saveVersionSchema = z.object({
  /** The version in force that the person saw. */
  wasVersionId: recordId,
  reason: line('Say why, for those who ask why the order changed.', 300),
})
