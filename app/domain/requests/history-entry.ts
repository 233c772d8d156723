import type { DeclineReason } from '#db/constants.ts'

/** One thing that happened to a request. */
export type HistoryEntry = {
  /** Unique within the history. */
  key: string
  at: Date
  by: string | null
  /** A clause after the name: `linked REQ-161 to ITEM-1`. */
  what: string
  reasonCode: DeclineReason | null
  /** The reason, the answer, the question or the reply. */
  words: string | null
  /** On which condition a declined request is looked at again. */
  revisit: string | null
  undone: boolean
  /** Triage asks the CSM back. */
  asks: boolean
  /** The request or its item is declined. */
  declines: boolean
}

/** What triage asked last, if the question stands. */
export function lastQuestion(entries: readonly HistoryEntry[]): string | null {
  return entries.findLast(({ asks, undone }) => asks && !undone)?.words ?? null
}

/** In which words Product last said no, if the no stands. */
export function lastNo(entries: readonly HistoryEntry[]): string | null {
  return entries.findLast(({ declines, undone }) => declines && !undone)?.words ?? null
}
