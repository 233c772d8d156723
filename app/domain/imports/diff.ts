import type { Money } from '#app/domain/money.ts'

/** What a field can hold: references are given as what identifies them (an id, or a sorted list of ids). */
export type FieldValue = string | number | boolean | null | Money | readonly (string | number)[]

/** Fields by name; of a record all of them, of a row only those that the file fills. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>

export type FieldChange = { before: FieldValue; after: FieldValue }

export type RowDiff =
  | { outcome: 'new' }
  | { outcome: 'changed'; changes: Record<string, FieldChange> }
  | { outcome: 'unchanged' }

/**
 * What applying `row` would do to `existing` (null: there is none yet). Fields that the row does not fill
 * stay as they are, so importing the same file again changes nothing.
 */
export function diffRow(row: FieldValues, existing: FieldValues | null): RowDiff {
  if (existing === null) return { outcome: 'new' }
  const changes: Record<string, FieldChange> = {}
  for (const [field, after] of Object.entries(row)) {
    const before = existing[field] ?? null
    if (after !== undefined && !same(before, after)) changes[field] = { before, after }
  }
  return Object.keys(changes).length > 0
    ? { outcome: 'changed', changes }
    : { outcome: 'unchanged' }
}

function same(a: FieldValue, b: FieldValue): boolean {
  if (isList(a) && isList(b)) {
    const [left, right] = [new Set(a), new Set(b)]
    return left.size === right.size && [...left].every((entry) => right.has(entry))
  }
  if (isMoney(a) && isMoney(b)) return a.minor === b.minor && a.currency === b.currency
  return a === b
}

function isList(value: FieldValue): value is readonly (string | number)[] {
  return Array.isArray(value)
}

function isMoney(value: FieldValue): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value
}
