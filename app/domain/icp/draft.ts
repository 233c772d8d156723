import { z } from 'zod'

import { recordId } from '#app/lib/fields.ts'

import { comparable, isMissing, type Criterion } from './criteria.ts'
import type { Facts } from './facts.ts'
import type { measureFits, Size } from './measures.ts'
import { criterionFormSchema, MOST_CRITERIA } from './schemas.ts'

const typed = z.string().optional()

/** A proposal while it is written: whatever stands in its rows by now. */
export const draftSchema = z.object({
  productLineId: recordId,
  criteria: z
    .array(
      z.object({
        ...{ kind: typed, label: typed, attribute: typed, operator: typed },
        ...{ value: typed, points: typed, why: typed },
      }),
    )
    .max(MOST_CRITERIA)
    .default([]),
})

export type Draft = z.output<typeof draftSchema>

/** How our accounts stand against a row; null as long as it asks nothing that can be answered. */
export type RowMeasure = {
  met: Size
  unknown: Size
  /** Values that it asks for and no account has. */
  absent: string[]
} | null

/** How our accounts stand against what is typed. */
export type DraftMeasure = {
  rows: RowMeasure[]
  /** The spread over the bands by the rows that are complete; null while none is. */
  spread: Pick<ReturnType<typeof measureFits>, 'bands' | 'all'> | null
}

/** What a row asks, and whether it also says what comes of it; null while it asks nothing. */
export function readRow(
  row: Draft['criteria'][number],
): { criterion: Criterion; complete: boolean } | null {
  const named = { ...row, label: row.label?.trim() ? row.label : 'Unnamed' }
  const whole = criterionFormSchema.safeParse(named)
  if (whole.success) return { criterion: whole.data, complete: true }
  const asked = criterionFormSchema.safeParse({ ...named, kind: 'must_have', why: '' })
  return asked.success ? { criterion: asked.data, complete: false } : null
}

/** The values that a criterion asks for and nobody has. */
export function absentValues(criterion: Criterion, facts: readonly Facts[]): string[] {
  if (criterion.operator !== 'is_one_of') return []
  const values = new Set(facts.map((own) => own[criterion.attribute]))
  const had = new Set([...values].flatMap((one) => (isMissing(one) ? [] : comparable(one))))
  return criterion.operand.filter((value) => !had.has(comparable(value)))
}

const MOST_VALUES = 12

/** The commonest values of an attribute, to choose from. */
export function commonValues(attribute: string, facts: readonly Facts[]): string[] {
  const counts = new Map<string, number>()
  for (const own of facts) {
    const value = own[attribute]
    if (typeof value === 'string' && !isMissing(value)) {
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b, 'en'))
    .slice(0, MOST_VALUES)
    .map(([value]) => value)
}
