/** A kept change in words. `concealed` when the reader may not see amounts. */
export type HistoryEntry = {
  id: number
  at: Date
  /** Null when nobody of ours did it. */
  who: string | null
  byImport: boolean
  subject: { type: 'account' | 'contract' | 'opportunity'; id: number; name: string }
  /** The record was made; there is no before and after. */
  created: boolean
  concealed: boolean
  words: string
  before: string | null
  after: string | null
}
