import { z } from 'zod'

import { attributeText, type AttributeValue } from '#app/domain/accounts/attributes.ts'
import { formatDay, isIsoDate, type IsoDate } from '#app/lib/dates.ts'
import { fold } from '#app/lib/fold.ts'
import { CRITERION_KINDS } from '#db/constants.ts'

const word = z.string().trim().min(1, 'Enter a value.').max(200, 'At most 200 characters.')
/** A number, or a day of a date attribute. */
const bound = z.union([z.number(), z.string().refine(isIsoDate)], { error: 'Enter a number.' })

const shared = {
  kind: z.enum(CRITERION_KINDS),
  label: z.string().trim().min(1, 'Give it a name.').max(120, 'At most 120 characters.'),
  /** Key of an account attribute: `industry`, `employees`, `custom:erp_integration`. */
  attribute: z.string().min(1, 'Choose an attribute.').max(120),
  /** Of 100, in tenths; 0 for must-haves and exclusions. */
  points: z
    .number({ error: 'Enter points, such as 12.5.' })
    .min(0, { error: 'Points are not below 0.', abort: true })
    .max(100, { error: 'At most 100 points.', abort: true })
    .multipleOf(0.1, 'Points go down to tenths.'),
}

/** One test of a profile: what an account's attribute must be like, and what comes of it. */
export const criterionSchema = z
  .discriminatedUnion('operator', [
    z.object({
      ...shared,
      operator: z.literal('is_one_of'),
      operand: z.array(word).min(1, 'Enter at least one value.').max(50, 'At most 50 values.'),
    }),
    z.object({
      ...shared,
      operator: z.literal('between'),
      operand: z
        .object({ low: bound, high: bound })
        .refine(({ low, high }) => typeof low === typeof high, 'Enter two numbers or two days.'),
    }),
    z.object({ ...shared, operator: z.literal('at_least'), operand: bound }),
    z.object({ ...shared, operator: z.literal('at_most'), operand: bound }),
    z.object({ ...shared, operator: z.literal('contains'), operand: word }),
    z.object({ ...shared, operator: z.literal('is_known'), operand: z.null() }),
  ])
  .refine(({ kind, points }) => (kind === 'points') === points > 0, {
    path: ['points'],
    message: 'A criterion has points above 0; must-haves and exclusions have none.',
  })

export type Criterion = z.infer<typeof criterionSchema>

/** What is compared by size: a number, or a day. */
export type Bound = number | IsoDate

/** An operator with what it compares to. */
export type Test = Pick<Criterion, 'attribute'> &
  (
    | { operator: 'is_one_of'; operand: readonly string[] }
    | { operator: 'between'; operand: { low: Bound; high: Bound } }
    | { operator: 'at_least' | 'at_most'; operand: Bound }
    | { operator: 'contains'; operand: string }
    | { operator: 'is_known'; operand: null }
  )

/** Whether nobody has entered a value. */
export function isMissing(value: AttributeValue | undefined): value is null | undefined {
  return value === null || value === undefined || (typeof value === 'string' && !value.trim())
}

/** A value as it is compared: folded, and a yes or no as that word. */
export const comparable = (value: string | number | boolean) =>
  fold(typeof value === 'number' ? String(value) : attributeText(value).trim())

const folded = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The words of an operand as they are compared. A test is put to every account, its words are folded once. */
function wordsOf(operand: readonly string[]): ReadonlySet<string> {
  const known = folded.get(operand) ?? new Set(operand.map((one) => fold(one.trim())))
  folded.set(operand, known)
  return known
}

/** Whether the value passes the test; null when that cannot be said. Words compare without case and accents. */
export function passes(test: Test, value: AttributeValue | undefined): boolean | null {
  if (test.operator === 'is_known') return !isMissing(value)
  if (isMissing(value)) return null
  switch (test.operator) {
    case 'is_one_of':
      return wordsOf(test.operand).has(comparable(value))
    case 'contains':
      return comparable(value).includes(fold(test.operand.trim()))
    case 'between':
      return typeof value === typeof test.operand.low
        ? value >= test.operand.low && value <= test.operand.high
        : null
    case 'at_least':
      return typeof value === typeof test.operand ? value >= test.operand : null
    case 'at_most':
      return typeof value === typeof test.operand ? value <= test.operand : null
  }
}

// Making a formatter costs a thousand times more than using one.
const numbers = new Intl.NumberFormat('en')
const shown = (bound: Bound) =>
  typeof bound === 'number' ? numbers.format(bound) : formatDay(bound)

/** The test in words that follow the attribute's name: `is one of Logistics, Retail`. */
export function testText(test: Test): string {
  switch (test.operator) {
    case 'is_one_of':
      return `${test.operand.length > 1 ? 'is one of' : 'is'} ${test.operand.join(', ')}`
    case 'between':
      return `is between ${shown(test.operand.low)} and ${shown(test.operand.high)}`
    case 'at_least':
      return `is ${typeof test.operand === 'number' ? 'at least' : 'on or after'} ${shown(test.operand)}`
    case 'at_most':
      return `is ${typeof test.operand === 'number' ? 'at most' : 'on or before'} ${shown(test.operand)}`
    case 'contains':
      return `contains “${test.operand}”`
    case 'is_known':
      return 'is known'
  }
}
