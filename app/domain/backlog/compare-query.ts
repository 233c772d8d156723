import { PEER_IDS, type PeerId } from '#app/domain/scoring/peers/peers.ts'

export const COMPARE_SORTS = ['ours', 'theirs', 'difference'] as const
export type CompareSort = (typeof COMPARE_SORTS)[number]

export type CompareQuery = { line: string | null; peer: PeerId; sort: CompareSort }

/** Reads what to compare with from the address; what is unreadable falls back to plain ARR, in our order. */
export function parseCompareQuery(search: URLSearchParams): CompareQuery {
  return {
    line: search.get('line'),
    peer: PEER_IDS.find((id) => id === search.get('peer')) ?? 'arr',
    sort: COMPARE_SORTS.find((sort) => sort === search.get('sort')) ?? 'ours',
  }
}

type Compared = { ours: number; theirs: number; difference: number }

/** The rows in an order: ours, theirs, or the largest difference first. */
export function sortCompared<T extends Compared>(rows: readonly T[], sort: CompareSort): T[] {
  if (sort === 'difference') {
    return [...rows].sort(
      (a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.ours - b.ours,
    )
  }
  return [...rows].sort((a, b) => a[sort] - b[sort])
}
