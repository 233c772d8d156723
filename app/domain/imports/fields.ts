import type { ImportKind } from '#db/constants.ts'
import { ACCOUNT_FIELDS } from './account-fields.ts'
import { CONTRACT_FIELDS } from './contract-fields.ts'
import type { Field } from './field.ts'
import { OPPORTUNITY_FIELDS } from './opportunity-fields.ts'
import { OUTCOME_FIELDS } from './outcome-fields.ts'
import { REQUEST_FIELDS } from './request-fields.ts'

/** The fields of each kind of import, in the order of the canonical file. */
export const FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  accounts: ACCOUNT_FIELDS,
  contracts: CONTRACT_FIELDS,
  opportunities: OPPORTUNITY_FIELDS,
  requests: REQUEST_FIELDS,
  outcomes: OUTCOME_FIELDS,
}

/** The field of that key; undefined when the kind has none. */
export function findField(kind: ImportKind, key: string): Field | undefined {
  return FIELDS[kind].find((candidate) => candidate.key === key)
}
