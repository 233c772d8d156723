import { z } from 'zod'

import { isIsoDate, type IsoDate } from '#app/lib/dates.ts'

/** A state of the backlog that was kept: a day, or what a publication showed. */
export type Point = {
  momentId: number
  day: IsoDate
  at: Date
  /** The number of the publication; null for a day. */
  publication: number | null
}

/** How an address names a point: a day, or `publication-3`. */
export type Asked = { day: IsoDate } | { publication: number }

const PUBLICATION = /^publication-([1-9]\d{0,8})$/

const asked = z
  .string()
  .transform((text): Asked | null => {
    const number = PUBLICATION.exec(text)?.[1]
    if (number !== undefined) return { publication: Number(number) }
    return isIsoDate(text) ? { day: text } : null
  })
  .refine((point) => point !== null, 'This is no day that exists. Write it as 2026-01-15.')

/** What is wrong with one of the two points, for beside its field. */
export type SpanProblem = { field: 'from' | 'to'; text: string }

export type AskedSpan = { from: Asked | null; to: Asked | null; problem: SpanProblem | null }

/** The two points that an address asks for; what is no point is left out, with what is wrong with it. */
export function readSpan(search: URLSearchParams): AskedSpan {
  const span: AskedSpan = { from: null, to: null, problem: null }
  for (const field of ['from', 'to'] as const) {
    const text = search.get(field)
    if (text === null || text === '') continue
    const parsed = asked.safeParse(text)
    if (parsed.success) span[field] = parsed.data
    else span.problem ??= { field, text: parsed.error.issues[0]?.message ?? '' }
  }
  return span
}
