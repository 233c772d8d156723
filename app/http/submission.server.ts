import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'

import { DomainError } from '#app/domain/errors.ts'

/** More fields than any form of ours has; to gather those of one name takes time that grows with their square. */
const MOST_FIELDS = 5_000

/** A place in a list is written into memory up to it, so none has more than three digits. */
const fieldName = z
  .string()
  .max(100)
  .refine((name) => !/\[\d{4}/.test(name))

/** A button that adds or takes away a row without JavaScript. */
const intent = z.object({
  type: z.string(),
  payload: z.object({
    name: fieldName.optional(),
    index: z.number().int().min(0).max(999).optional(),
  }),
})

/**
 * Reads the body of a form. Throws invalid for one that no page of ours can have sent, before it fills the memory.
 */
export function readSubmission<Schema extends z.ZodType>(body: FormData, schema: Schema) {
  if (!isOurs(body)) {
    throw new DomainError('invalid', 'This form belongs to another page. Reload and try again.')
  }
  return parseWithZod(body, { schema })
}

function isOurs(body: FormData): boolean {
  const names = [...body.keys()]
  return (
    names.length <= MOST_FIELDS &&
    names.every((name) => fieldName.safeParse(name).success) &&
    !names.includes('__state__') &&
    body.getAll('__intent__').every(isIntent)
  )
}

function isIntent(sent: FormDataEntryValue): boolean {
  try {
    return typeof sent === 'string' && intent.safeParse(JSON.parse(sent)).success
  } catch {
    return false
  }
}
