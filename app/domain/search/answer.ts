/** One record that a search found. */
export type SearchResult = {
  kind: 'account' | 'request' | 'item' | 'person'
  /** `REQ-142`, `ITEM-17`; empty where there is none. */
  id: string
  title: string
  detail: string
  href: string
}

/** What one search finds, as the loader of `/search` answers; the query without the spaces around it. */
export type SearchAnswer = { query: string; results: SearchResult[] }
