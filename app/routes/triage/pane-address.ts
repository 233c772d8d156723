import { changeParams } from '#app/lib/search-params.ts'

/** What belongs to the open request and not to the inbox: gone once another one is opened. */
const OF_ONE = { decide: null, find: null, decided: null } as const

/** Address of a request in the inbox that is in view. */
export function requestHref(id: number, search: URLSearchParams): string {
  return `/triage/${id}${trim(changeParams(search, OF_ONE))}`
}

/** Address of the inbox itself. */
export function inboxHref(search: URLSearchParams): string {
  return `/triage${trim(changeParams(search, OF_ONE))}`
}

/** The request in view with a decision's form open, or closed with null. */
export function decideHref(id: number, search: URLSearchParams, panel: string | null): string {
  return `/triage/${id}${trim(changeParams(search, { decided: null, decide: panel }))}`
}

const trim = (query: string) => (query === '?' ? '' : query)
