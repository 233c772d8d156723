import { z } from 'zod'

import { isIsoDate } from './dates.ts'

/** Control characters, and those that turn round the text after them. */
const CONTROL = /[\p{Cc}\u202D\u202E]/u
const CONTROL_EXCEPT_BREAKS = /[^\P{Cc}\n\r\t]|[\u202D\u202E]/u
/** Spaces, breaks and characters without a width of their own are not a text. */
const hasVisible = (text: string) => /[^\p{C}\p{Z}]/u.test(text)
const UNSEEN = 'Take out the characters that cannot be seen.'
const LARGEST_INTEGER = 2_147_483_647
const FIRST_YEAR = 1990
const LAST_YEAR = 2100

const atMost = (max: number) => `At most ${max.toLocaleString('en')} characters.`

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
    .refine(hasVisible, required)
    .max(max, atMost(max))
    .refine((text) => !CONTROL.test(text), UNSEEN)
}

/** One line that may be left out; empty is null. */
export function optionalLine(max: number) {
  return z
    .string()
    .trim()
    .max(max, atMost(max))
    .refine((text) => !CONTROL.test(text), UNSEEN)
    .optional()
    .transform((text) => text || null)
}

/** Text of several lines that must be there; line ends become `\n`. */
export function paragraph(required: string, max: number) {
  return z
    .string({ error: required })
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string({ error: required })
        .refine(hasVisible, required)
        .max(max, atMost(max))
        .refine((text) => !CONTROL_EXCEPT_BREAKS.test(text), UNSEEN),
    )
}

/** Text of several lines that may be left out, and is empty then; line ends become `\n`. */
export function optionalParagraph(max: number) {
  // No pipe: the form's own coercion would take an empty text for a missing one at its second stage.
  return z
    .string()
    .optional()
    .transform((text) => (text ?? '').replace(/\r\n?/g, '\n').trim())
    .refine((text) => text.length <= max, atMost(max))
    .refine((text) => !CONTROL_EXCEPT_BREAKS.test(text), UNSEEN)
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
  .max(LARGEST_INTEGER, 'Choose one of the list.')

/** A number of a record, or none. */
export const optionalId = recordId.optional().transform((id) => id ?? null)

/** The version of the record that the form was filled from. */
export const versionField = z.coerce.number().int().min(1).max(LARGEST_INTEGER)

/** A day within the years that this product deals with; `0202-01-15` is a slip. */
export const day = z
  .string({ error: 'Enter a date.' })
  .trim()
  .refine(isIsoDate, { error: 'Write the date as 2026-01-15.', abort: true })
  .refine((text) => {
    const year = Number(text.slice(0, 4))
    return year >= FIRST_YEAR && year <= LAST_YEAR
  }, `The year must be from ${FIRST_YEAR} to ${LAST_YEAR}.`)

/** The same, or none. */
export const optionalDay = day.optional().transform((text) => text ?? null)
