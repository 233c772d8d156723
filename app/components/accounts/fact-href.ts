import { CUSTOM_PREFIX, STANDARD_ATTRIBUTES } from '#app/domain/icp/facts.ts'

import { accountHref } from './account-href.ts'

/** Where a fact of an account is filled in, with its field in focus; null for what follows from other records. */
export function factHref(search: URLSearchParams, accountId: number, fact: string): string | null {
  if (fact.startsWith(CUSTOM_PREFIX)) {
    const field = `attributes.${fact.slice(CUSTOM_PREFIX.length)}`
    return accountHref(search, accountId, '/attributes', { field })
  }
  return STANDARD_ATTRIBUTES.some(({ key }) => key === fact)
    ? accountHref(search, accountId, '/edit', { field: fact })
    : null
}
