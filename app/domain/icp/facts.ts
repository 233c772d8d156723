import type { AttributeValue } from '#app/domain/accounts/attributes.ts'
import type { AttributeType } from '#db/constants.ts'

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
