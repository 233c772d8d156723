import { IMPORT_OUTCOMES } from '#db/constants.ts'

/** Which rows of an import are shown: by outcome, or by what became of them. */
export const ROW_FILTERS = [...IMPORT_OUTCOMES, 'conflict', 'kept'] as const
export type RowFilter = (typeof ROW_FILTERS)[number]

export type RowPage = {
  show: RowFilter | null
  /** Rows behind this one. */
  after: number | null
  /** Rows before this one. */
  before: number | null
}

/** What an address asks to see; what it cannot mean is left out. */
export function readRowPage(search: URLSearchParams): RowPage {
  const show = ROW_FILTERS.find((filter) => filter === search.get('show')) ?? null
  const number = (name: string) => {
    const text = search.get(name) ?? ''
    return /^\d{1,9}$/.test(text) ? Number(text) : null
  }
  return { show, after: number('after'), before: number('before') }
}
