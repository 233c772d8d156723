import { z } from 'zod'

import { DELIMITERS } from '#app/lib/csv/delimiter.ts'
import { ENCODINGS } from '#app/lib/csv/encoding.ts'
import { mappingSchema } from './mapping.ts'

const line = z.int().min(1)
const headerChoice = z.object({ headerLine: line, dataLine: line })

export const formatAnswers = z.object({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  header: headerChoice.optional(),
})

const styleQuestion = z.object({
  kind: z.enum(['decimal_mark', 'date_order', 'month_day']),
  column: z.string(),
  examples: z.array(z.string()),
})
const cells = z.array(z.object({ text: z.string(), count: z.int() }))
const valuesQuestion = z.object({
  kind: z.literal('values'),
  column: z.string(),
  field: z.string(),
  choices: z.array(z.string()),
  cells,
})
/** Product lines that are called otherwise here, or are none. */
const linesQuestion = z.object({ kind: z.literal('lines'), column: z.string(), cells })

const question = z.discriminatedUnion('kind', [styleQuestion, valuesQuestion, linesQuestion])
export type ImportQuestion = z.output<typeof question>

/** What is known and was answered of one file; stored with its import. */
export const importSettings = z.object({
  answers: formatAnswers,
  format: headerChoice.extend({ encoding: z.enum(ENCODINGS), delimiter: z.enum(DELIMITERS) }),
  /** Readings of the header that could be meant. */
  headers: z.array(headerChoice),
  formatQuestions: z.array(z.enum(['encoding', 'delimiter', 'header'])),
  columns: z.array(z.string()),
  /** First rows, their cells cut short. */
  preview: z.array(z.record(z.string(), z.string())),
  /** Name of the preset that fits, or null. */
  preset: z.string().nullable(),
  /** Whether the mapping is the one of the last file with these columns. */
  remembered: z.boolean(),
  notes: z.array(z.string()),
  mapping: mappingSchema,
  /** Folded words of the file to the slug of a product line, or to nothing. */
  lines: z.record(z.string(), z.string()),
  /** What only the person who has the file can say; the dry run waits for it. */
  questions: z.array(question),
  /** Cells that were answered with “refuse”, as `field:folded cell`. */
  refused: z.array(z.string()),
  largeConfirmed: z.boolean(),
  footers: z.array(z.object({ line, text: z.string() })),
})
export type ImportSettings = z.output<typeof importSettings>
