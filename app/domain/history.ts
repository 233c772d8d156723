export type Fields = Readonly<Record<string, unknown>>

export type FieldChange = { field: string; before: unknown; after: unknown }

/** The one row that says a record was made; its `after` holds all fields. */
export const CREATED = 'created'

/** What differs between two states of a record, field by field; `null` before means that it was made. */
export function diffFields(before: Fields | null, after: Fields): FieldChange[] {
  if (before === null) return [{ field: CREATED, before: null, after }]
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields]
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}
