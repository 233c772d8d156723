import { z } from 'zod'

import { line, optionalLine, optionalParagraph, recordId, versionField } from '#app/lib/fields.ts'
import { CRITERION_KINDS, CRITERION_OPERATORS } from '#db/constants.ts'

import { profileProblems } from './check.ts'
import { criterionSchema } from './criteria.ts'

const MOST_CRITERIA = 30

/** A number as it is typed; null when it is not one. */
function readNumber(typed: string): number | null {
  const plain = typed.replace(/[\s,]/g, '')
  const value = Number(plain)
  return plain === '' || !Number.isFinite(value) ? null : value
}

/** What the operator compares to, from the one box of the form; null where the box does not make sense. */
function readOperand(operator: (typeof CRITERION_OPERATORS)[number], typed: string): unknown {
  switch (operator) {
    case 'is_known':
      return null
    case 'is_one_of':
      return typed
        .split(/[,;\n]/)
        .map((one) => one.trim())
        .filter(Boolean)
    case 'between': {
      const [low = '', high = '', ...rest] = typed.split(
        /\s+(?:to|and|–|-)\s+|–|(?<=\d)\s*-\s*(?=\d)/,
      )
      return rest.length > 0 ? undefined : { low: readNumber(low), high: readNumber(high) }
    }
    case 'at_least':
    case 'at_most':
      return readNumber(typed)
    case 'contains':
      return typed
  }
}

const HOW_TO_WRITE: Readonly<Record<(typeof CRITERION_OPERATORS)[number], string>> = {
  is_one_of: 'Enter at least one value; a comma separates several.',
  between: 'Enter two numbers, such as 50 to 500.',
  at_least: 'Enter a number.',
  at_most: 'Enter a number.',
  contains: 'Enter the words to look for.',
  is_known: '',
}

/** One row of the form: everything is typed, and becomes a criterion or errors beside its boxes. */
export const criterionFormSchema = z
  .object({
    kind: z.enum(CRITERION_KINDS),
    label: line('Give it a name.', 120),
    attribute: z.string({ error: 'Choose an attribute.' }).min(1, 'Choose an attribute.').max(120),
    operator: z.enum(CRITERION_OPERATORS),
    value: optionalParagraph(2000),
    points: optionalParagraph(10),
    why: optionalParagraph(500),
  })
  .transform((row, ctx) => {
    const { value, why, ...rest } = row
    const points = row.kind === 'points' ? readNumber(row.points) : 0
    const parsed = criterionSchema.safeParse({
      ...rest,
      points: points ?? undefined,
      operand: readOperand(row.operator, value),
    })
    if (parsed.success) return { ...parsed.data, why }
    for (const { path, message } of parsed.error.issues) {
      const field = path[0] === 'operand' ? 'value' : (path[0] ?? 'value')
      ctx.addIssue({
        code: 'custom',
        path: [field],
        message: field === 'value' ? HOW_TO_WRITE[row.operator] : message,
      })
    }
    return z.NEVER
  })

/** A proposal as the form sends it. */
export const proposalSchema = z
  .object({
    productLineId: recordId,
    /** The open proposal that is edited, with the version of its text; neither for a new one. */
    profileId: recordId.optional(),
    version: versionField.optional(),
    summary: line('Say in a sentence who the ideal customer is.', 500),
    reason: line('Say why this version.', 500),
    criteria: z
      .array(criterionFormSchema)
      .min(1, 'A profile needs at least one criterion.')
      .max(MOST_CRITERIA, `At most ${MOST_CRITERIA} criteria.`),
  })
  .superRefine(({ criteria }, ctx) => {
    for (const { index, message } of profileProblems(criteria)) {
      ctx.addIssue({
        code: 'custom',
        path: index === null ? ['criteria'] : ['criteria', index, 'value'],
        message,
      })
    }
  })

export type Proposal = z.output<typeof proposalSchema>

/** A button beside a proposal: which text of it the reader saw. */
export const seenSchema = z.object({ version: versionField })

/** A no to the text that was seen, and why. */
export const rejectionSchema = seenSchema.extend({ reason: line('Say why it is rejected.', 500) })

/** The end of a proposal that nobody wants any more; why may be left out. */
export const withdrawalSchema = seenSchema.extend({ reason: optionalLine(500) })
