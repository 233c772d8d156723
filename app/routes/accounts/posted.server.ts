import { data } from '@remix-run/node'
import type { z } from 'zod'

import { readSubmission } from '#app/http/submission.server.ts'

/** The body of a button that is a form of hidden fields. What does not fit it was made by no page of ours: 400. */
export async function readPosted<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const submission = readSubmission(await request.formData(), schema)
  if (submission.status !== 'success') throw data('There is no such form.', { status: 400 })
  return submission.value
}
