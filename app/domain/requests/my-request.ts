import type {
  DeclineReason,
  Horizon,
  Importance,
  ItemStatus,
  RequestState,
  RequestType,
} from '#db/constants.ts'

import type { Ask } from './rules.ts'

/** What was decided last, about the request or about its item. */
export type LastDecision = {
  by: string | null
  /** `Linked to ITEM-1`. */
  what: string
  reasonCode: DeclineReason | null
  words: string | null
  at: Date
}

export type MyRequest = {
  id: number
  version: number
  title: string
  accountId: number
  accountName: string
  type: RequestType
  importance: Importance
  state: RequestState
  createdAt: Date
  item: {
    id: number
    title: string
    status: ItemStatus
    horizon: Horizon | null
    /** In its product line; null when it is not ranked. */
    rank: number | null
  } | null
  lastDecision: LastDecision | null
  asks: Ask[]
  unread: boolean
}

/** What came of confirming several claims at once. */
export type ConfirmedMany = {
  confirmed: number[]
  refused: { requestId: number; why: string }[]
}
