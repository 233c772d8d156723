import { data } from '@remix-run/node'
import type { SubmissionResult } from '@conform-to/react'
import type { z } from 'zod'

import { DomainError } from '#app/domain/errors.ts'

import { STATUS_OF } from './route.server.ts'
import { readSubmission } from './submission.server.ts'

type Reply = { result: SubmissionResult<string[]> }

/**
 * The whole life of a form's body: parse it with the schema it shares with the screen, run one command, answer.
 * On a refusal the reply carries everything that was typed, and the message beside its field (or above the form).
 * A refusal that no input can mend (forbidden, not found) goes on to the error boundary.
 *
 * @param command Runs with the parsed value and returns the answer, usually a redirect.
 * @param secrets Fields that the reply does not carry: passwords and codes never come back in a page.
 */
export async function handleForm<Schema extends z.ZodType, T>(
  body: FormData,
  schema: Schema,
  command: (value: z.output<Schema>) => Promise<T>,
  secrets: string[] = [],
) {
  const submission = readSubmission(body, schema)
  if (submission.status !== 'success') {
    return data<Reply>({ result: submission.reply({ hideFields: secrets }) }, { status: 422 })
  }
  try {
    return await command(submission.value)
  } catch (error) {
    if (!(error instanceof DomainError) || !isMendable(error)) throw error
    const errors =
      Object.keys(error.fields).length > 0
        ? { fieldErrors: error.fields }
        : { formErrors: [error.message] }
    return data<Reply>(
      { result: submission.reply({ ...errors, hideFields: secrets }) },
      { status: STATUS_OF[error.code] },
    )
  }
}

/**
 * Reads the hidden fields of a button's form. Nobody types into them, so a wrong one is no message beside a field but
 * a refusal: throws invalid.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  return readForm(await request.formData(), schema)
}

/** The same of a body that was read already. */
export function readForm<Schema extends z.ZodType>(
  body: FormData,
  schema: Schema,
): z.output<Schema> {
  const submission = readSubmission(body, schema)
  if (submission.status !== 'success') {
    throw new DomainError('invalid', 'This button belongs to another page. Reload and try again.')
  }
  return submission.value
}

function isMendable(error: DomainError): boolean {
  return error.code === 'invalid' || error.code === 'conflict' || error.code === 'limit'
}
