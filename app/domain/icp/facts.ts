import type { AttributeValue } from '#app/domain/accounts/attributes.ts'
import type { AttributeType } from '#db/constants.ts'

/** Attributes of an account that every company has, as a profile can ask for them. */
export const STANDARD_ATTRIBUTES = [
  { key: 'industry', label: 'Industry', type: 'text' },
  { key: 'region', label: 'Region', type: 'text' },
  { key: 'segment', label: 'Segment', type: 'text' },
  { key: 'plan', label: 'Plan', type: 'text' },
  { key: 'employees', label: 'Employees', type: 'number' },
  { key: 'lifecycle', label: 'Lifecycle', type: 'text' },
] as const satisfies readonly { key: string; label: string; type: AttributeType }[]

const CUSTOM = 'custom:'

/** Key of a custom attribute within a profile. */
export function customKey(key: string): string {
  return `${CUSTOM}${key}`
}

type AccountRow = Readonly<Record<(typeof STANDARD_ATTRIBUTES)[number]['key'], AttributeValue>> & {
  attributes: Readonly<Record<string, AttributeValue>>
}

/** An account's present values by the keys that criteria name. */
export function accountFacts(account: AccountRow): Record<string, AttributeValue> {
  return Object.fromEntries([
    ...STANDARD_ATTRIBUTES.map(({ key }) => [key, account[key]] as const),
    ...Object.entries(account.attributes).map(([key, value]) => [customKey(key), value] as const),
  ])
}
