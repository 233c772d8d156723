import { fold } from '#app/lib/fold.ts'
import type { Lifecycle } from '#db/constants.ts'

import type { AccountReference, PersonReference } from './records.ts'

export type KnownAccount = {
  id: number
  name: string
  parentId: number | null
  lifecycle: Lifecycle
  archived: boolean
}

type KnownPerson = { id: number; name: string; mayOwn: boolean }

/** What the rows of a batch name, as far as it is here. */
export type References = {
  accounts: {
    /** By id in the import's own source, else by an id that only one account has elsewhere. */
    byExternalId: ReadonlyMap<string, KnownAccount>
    byDomain: ReadonlyMap<string, readonly KnownAccount[]>
    byName: ReadonlyMap<string, readonly KnownAccount[]>
    /** Chosen by hand for rows that were kept aside. */
    byId: ReadonlyMap<number, KnownAccount>
  }
  people: {
    byEmail: ReadonlyMap<string, KnownPerson>
    byName: ReadonlyMap<string, readonly KnownPerson[]>
  }
  /** Folded words to a product line in use; null for words that somebody said are none. */
  lines: ReadonlyMap<string, number | null>
  /** `line:folded name` to an area in use. */
  areas: ReadonlyMap<string, number>
}

/** The account of a row, or why it is kept aside: `field` is the one that names it. */
export type FoundAccount =
  { account: KnownAccount } | { account: null; field: string; message: string }

/** The account that a row names: the id wins over the domain, that over the name. Nothing is guessed. */
export function findAccount(
  { externalId, domain, name }: AccountReference,
  { accounts }: References,
  matchedId: number | null,
): FoundAccount {
  const matched = matchedId === null ? undefined : accounts.byId.get(matchedId)
  if (matched) return { account: matched }
  if (externalId !== undefined) {
    const account = accounts.byExternalId.get(externalId)
    const message = `No account has the id “${externalId}”.`
    return usable(account ? [account] : [], 'account_external_id', message)
  }
  if (domain !== undefined) {
    const message = `No account has the domain ${domain}.`
    return usable(accounts.byDomain.get(domain) ?? [], 'account_domain', message)
  }
  if (name !== undefined) {
    const message = `No account is called “${name}”.`
    return usable(accounts.byName.get(fold(name)) ?? [], 'account_name', message)
  }
  return { account: null, field: 'account_external_id', message: 'The row names no account.' }
}

function usable(found: readonly KnownAccount[], field: string, unknown: string): FoundAccount {
  const [account, second] = found
  if (!account) return { account: null, field, message: unknown }
  if (second) {
    return { account: null, field, message: `${found.length} accounts fit: ${account.name}.` }
  }
  if (account.archived) return { account: null, field, message: `${account.name} is archived.` }
  return { account }
}

/** How a row names its account, as one text to group by; empty when it names none. */
export function referenceText({ externalId, domain, name }: AccountReference): string {
  return externalId ?? domain ?? name ?? ''
}

/** Somebody active whom a row names, or null. @param mayOwn only whoever can own an account */
export function findPerson(
  reference: PersonReference,
  { people }: References,
  mayOwn: boolean,
): number | null {
  const found =
    'email' in reference
      ? [people.byEmail.get(reference.email)]
      : (people.byName.get(fold(reference.name)) ?? [])
  const fit = found.filter((person) => person !== undefined && (person.mayOwn || !mayOwn))
  return fit.length === 1 ? (fit[0]?.id ?? null) : null
}

/** A person as the file writes them. */
export function personText(reference: PersonReference): string {
  return 'email' in reference ? reference.email : reference.name
}
