/** What the page of an import is told of a form that was refused. */
export type Answer = {
  /** What concerns the import as a whole. */
  refusal: string | null
  problems: { field?: string; column?: string; message: string }[]
  /** Inputs without an answer. */
  missing: string[]
  match: { row: number; account: string; message: string } | null
}

export const NOTHING: Answer = { refusal: null, problems: [], missing: [], match: null }
