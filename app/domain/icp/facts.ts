import type { AttributeValue } from '#app/domain/accounts/attributes.ts'
import type { AttributeType } from '#db/constants.ts'

import { derivedFacts, type DerivedSource } from './derived.ts'

/** Attributes of an account that every company has, as a profile can ask for them; a CSM can work on the changeable. */
export const STANDARD_ATTRIBUTES = [
  { key: 'industry', label: 'Industry', type: 'text', changeable: false },
  { key: 'region', label: 'Region', type: 'text', changeable: false },
  { key: 'segment', label: 'Segment', type: 'text', changeable: false },
  { key: 'plan', label: 'Plan', type: 'text', changeable: true },
  { key: 'employees', label: 'Employees', type: 'number', changeable: false },
  { key: 'lifecycle', label: 'Lifecycle', type: 'text', changeable: false },
] as const satisfies readonly {
  key: string
  label: string
  type: AttributeType
  changeable: boolean
}[]

/** What the key of a custom attribute begins with. */
export const CUSTOM_PREFIX = 'custom:'

/** Key of a custom attribute within a profile. */
export function customKey(key: string): string {
  return `${CUSTOM_PREFIX}${key}`
}

/** An account's values by the keys that criteria name. */
export type Facts = Readonly<Record<string, AttributeValue>>

type AccountRow = Readonly<Record<(typeof STANDARD_ATTRIBUTES)[number]['key'], AttributeValue>> &
  DerivedSource['accounts'][number] & { attributes: Facts }

/** What facts are made of: the records of whole account families, and the custom attributes that are in use. */
export type FactSource = DerivedSource<AccountRow> & { customKeys: readonly string[] }

/** Present values of each account, by account. An attribute that was put away is unknown, whatever is kept of it. */
export function factsByAccount(source: FactSource): Map<number, Facts> {
  const derived = derivedFacts(source)
  const custom = source.customKeys.map((key) => [key, customKey(key)] as const)
  return new Map(
    source.accounts.map((account) => {
      const facts: Record<string, AttributeValue> = { ...derived.get(account.id) }
      for (const { key } of STANDARD_ATTRIBUTES) facts[key] = account[key]
      for (const [key, fact] of custom) facts[fact] = account.attributes[key] ?? null
      return [account.id, facts]
    }),
  )
}
