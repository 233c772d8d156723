import type { AttributeDefinition } from '#app/domain/accounts/attributes.ts'

import type { FieldValue, FieldValues } from './diff.ts'
import { planned, PlanNotes, wrong, type Plan, type PlanContext } from './plan.ts'
import type { AccountRow } from './records.ts'
import { findPerson, personText } from './references.ts'

/** An account that is here, with its contracts. */
export type ExistingAccount = {
  id: number
  archived: boolean
  fields: FieldValues
  /** The contract `<external id>#main`. */
  main: { id: number; fields: FieldValues } | null
  /** Open contracts besides that one. */
  otherContracts: number
}

const CUSTOM = 'custom:'
/** Fields of the main contract, as they are shown among those of its account. */
export const MAIN = 'contract.'

/**
 * What an account's row does. Its parent may stand further down in the same file, so an unknown one is no fault yet.
 *
 * @param attributes the custom attributes that are here
 */
export function planAccount(
  row: AccountRow,
  existing: ExistingAccount | null,
  attributes: ReadonlyMap<string, AttributeDefinition>,
  context: PlanContext,
): Plan {
  const notes = new PlanNotes(context)
  if (existing?.archived) return wrong([{ column: null, message: 'The account is archived here.' }])
  const parent =
    row.parentExternalId === undefined
      ? undefined
      : context.references.accounts.byExternalId.get(row.parentExternalId)?.id
  const fields: Record<string, FieldValue | undefined> = {
    name: row.name,
    domain: row.domain,
    parentId: parent,
    ownerId: ownerOf(row, context, notes),
    lifecycle: row.lifecycle,
    segment: row.segment,
    industry: row.industry,
    region: row.region,
    employees: row.employees,
    plan: row.plan,
    healthScore: row.healthScore,
    healthColour: row.healthColour,
    ...customFields(row, attributes, notes),
    ...contractFields(row, existing, notes),
  }
  if (notes.problems.length > 0) return wrong(notes.problems)
  const before = existing && {
    id: existing.id,
    fields: { ...existing.fields, ...prefixed(existing.main?.fields ?? {}) },
  }
  return planned(fields, before, notes.remarks)
}

function ownerOf({ owner }: AccountRow, { references }: PlanContext, notes: PlanNotes) {
  if (owner === undefined) return undefined
  const found = findPerson(owner, references, true)
  if (found === null) {
    notes.remark('owner_email', `Nobody of CS here is ${personText(owner)}: the owner is left out.`)
  }
  return found ?? undefined
}

function customFields(
  row: AccountRow,
  definitions: ReadonlyMap<string, AttributeDefinition>,
  notes: PlanNotes,
): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {}
  for (const [key, value] of Object.entries(row.attributes)) {
    const definition = definitions.get(key)
    if (definition?.type === 'choice' && !definition.choices.includes(String(value))) {
      notes.refuse(key, `“${String(value)}” is none of the choices of ${definition.label}.`)
    }
    fields[`${CUSTOM}${key}`] = value
  }
  return fields
}

function contractFields(
  { mainContract: main }: AccountRow,
  existing: ExistingAccount | null,
  notes: PlanNotes,
): Record<string, FieldValue | undefined> {
  if (!main) return {}
  const field = main.amount ? 'arr' : 'renewal_date'
  if (existing && existing.otherContracts > 0) {
    notes.refuse(field, 'This account has other contracts. Import its ARR as contracts.')
    return {}
  }
  if (!existing?.main) {
    if (main.amount?.minor === 0) return {}
    if (!main.amount) {
      notes.refuse('renewal_date', 'There is no contract yet, so a renewal date needs an ARR.')
    }
  }
  const isEvergreen = existing?.main?.fields.evergreen === true
  return prefixed({
    amount: main.amount,
    period: main.amount && main.period,
    renewsOn: main.renewsOn,
    evergreen: main.renewsOn !== undefined && isEvergreen ? false : undefined,
  })
}

function prefixed(fields: FieldValues): Record<string, FieldValue | undefined> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [`${MAIN}${key}`, value]))
}

/** Fields of the account alone, and those of its main contract, from fields of both. */
export function splitFields<V>(fields: Readonly<Record<string, V>>): {
  account: Record<string, V>
  contract: Record<string, V>
} {
  const account: Record<string, V> = {}
  const contract: Record<string, V> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue
    if (key.startsWith(MAIN)) contract[key.slice(MAIN.length)] = value
    else account[key] = value
  }
  return { account, contract }
}

/** Custom attributes by key, from an account's fields. */
export function customOf<V>(fields: Readonly<Record<string, V>>): Record<string, V> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      key.startsWith(CUSTOM) ? [[key.slice(CUSTOM.length), value]] : [],
    ),
  )
}
