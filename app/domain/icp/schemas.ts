import { z } from 'zod'

import { commentSchema } from '#app/domain/comments/schemas.ts'
import { line, optionalLine, optionalParagraph, recordId, versionField } from '#app/lib/fields.ts'
import { CRITERION_KINDS, CRITERION_OPERATORS } from '#db/constants.ts'

import { profileProblems } from './check.ts'
import { criterionSchema } from './criteria.ts'
import { HOW_TO_WRITE, readNumber, readOperand } from './operand-text.ts'

/** More than that nobody signs with open eyes. */
export const MOST_CRITERIA = 30

const CHOOSE = 'Choose one of the list.'

/** One row of the form: everything is typed, and becomes a criterion or errors beside its boxes. */
export const criterionFormSchema = z
  .object({
    /** Which criterion of the earlier text it is; none for a new one. */
    key: z.uuid().optional().catch(undefined),
    kind: z.enum(CRITERION_KINDS, { error: CHOOSE }),
    label: line('Give it a name.', 120),
    attribute: z.string({ error: 'Choose an attribute.' }).min(1, 'Choose an attribute.').max(120),
    operator: z.enum(CRITERION_OPERATORS, { error: CHOOSE }),
    value: optionalParagraph(2000),
    points: optionalParagraph(10),
    why: optionalParagraph(500),
  })
  .transform((row, ctx) => {
    const { key, value, why, ...rest } = row
    const points = row.kind === 'points' ? readNumber(row.points) : 0
    const parsed = criterionSchema.safeParse({
      ...rest,
      points: points ?? undefined,
      operand: readOperand(row.operator, value),
    })
    if (parsed.success) return { ...parsed.data, ...(key === undefined ? {} : { key }), why }
    const issues = parsed.error.issues.map(({ code, path, message }) => {
      const field = path[0] === 'operand' ? 'value' : String(path[0] ?? 'value')
      const unreadable = field === 'value' && code !== 'too_big'
      return [field, unreadable ? HOW_TO_WRITE[row.operator] : message] as const
    })
    // Of two ends that cannot be read it is said once.
    const once = new Map(issues.map((issue) => [issue.join('\n'), issue]))
    for (const [field, message] of once.values()) {
      ctx.addIssue({ code: 'custom', path: [field], message })
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
    // A row with something wrong in it is no criterion yet.
    if (ctx.issues.some(({ path }) => path?.[0] === 'criteria')) return
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

/** A signature under the text that was seen; why may be left out. */
export const approvalSchema = seenSchema.extend({ reason: optionalLine(500) })

/** A no to the text that was seen, and why. */
export const rejectionSchema = seenSchema.extend({ reason: line('Say why it is rejected.', 500) })

/** The end of a proposal that nobody wants any more; why may be left out. */
export const withdrawalSchema = seenSchema.extend({ reason: optionalLine(500) })

/** What somebody says about the text that was seen: about all of it, or about the criterion of that key. */
export const commentOnProfileSchema = commentSchema.extend({
  version: versionField,
  criterion: z.uuid('Choose one of the list.').optional(),
})

export type CommentOnProfile = z.output<typeof commentOnProfileSchema>
