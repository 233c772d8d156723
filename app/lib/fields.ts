import { z } from 'zod'

const CONTROL = /\p{Cc}/u
const CONTROL_EXCEPT_BREAKS = /[^\P{Cc}\n\r\t]/u

/**
 * One line that must be there: trimmed, without control characters (PostgreSQL stores no NUL).
 *
 * @param required what to say when it is empty
 * @param max the most characters
 */
export function line(required: string, max: number) {
  return z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(max, `At most ${max.toLocaleString('en')} characters.`)
    .refine((text) => !CONTROL.test(text), 'Take out the characters that cannot be seen.')
}

/** Text of several lines that must be there; line ends become `\n`. */
export function paragraph(required: string, max: number) {
  return z
    .string({ error: required })
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string({ error: required })
        .min(1, required)
        .max(max, `At most ${max.toLocaleString('en')} characters.`)
        .refine(
          (text) => !CONTROL_EXCEPT_BREAKS.test(text),
          'Take out the characters that cannot be seen.',
        ),
    )
}

/** An e-mail address, in lower case. */
export const emailAddress = z
  .string({ error: 'Enter an e-mail address.' })
  .trim()
  .toLowerCase()
  .max(254, 'At most 254 characters.')
  .pipe(z.email({ error: 'Enter an e-mail address such as ada@example.com.' }))

/** A link to a page, over http or https only. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'Enter a link that starts with https:// or http://.' })
  .max(2_000, 'At most 2,000 characters.')

/** The number of a record, as a form or an address carries it. */
export const recordId = z.coerce
  .number({ error: 'Choose one of the list.' })
  .int('Choose one of the list.')
  .min(1, 'Choose one of the list.')
  .max(2_147_483_647, 'Choose one of the list.')
