import type { IsoDate } from '#app/lib/dates.ts'
import type {
  Evidence,
  Horizon,
  Importance,
  ItemStatus,
  RequestSource,
  RequestState,
  RequestType,
} from '#db/constants.ts'

import type { Ask } from './rules.ts'
import type { StakeContract, StakeOpportunity } from './stake-choices.ts'

/** A request with its account, its item and what the reader may do about it. */
export type RequestDetails = {
  id: number
  title: string
  /** The customer's words. */
  body: string
  account: { id: number; name: string; ownerId: number | null }
  submitter: { id: number; name: string }
  contactName: string | null
  contactRole: string | null
  source: RequestSource
  goal: string | null
  productLine: { id: number; name: string; slug: string }
  area: { id: number; name: string } | null
  type: RequestType
  importance: Importance
  productImportance: Importance | null
  settled: { importance: Importance; reason: string; by: string } | null
  evidence: Evidence
  evidenceUrl: string | null
  evidenceQuote: string | null
  /** Why Product does not find it convincing. */
  evidenceDoubt: { reason: string; by: string } | null
  /** Null for who may not read revenue. */
  stake: {
    /** Chosen by hand, and not by the rule. */
    chosen: boolean
    contracts: StakeContract[]
    opportunities: StakeOpportunity[]
  } | null
  state: RequestState
  item: RequestItem | null
  duplicateOfId: number | null
  splitFromId: number | null
  confirmedAt: Date
  /** When a claim of blocker or critical is next asked about. */
  /** The day of the first answer's target, in the organisation's time zone. */
  answerDueOn: IsoDate
  firstAnsweredAt: Date | null
  noAcceptedAt: Date | null
  solved: boolean | null
  revisitOn: IsoDate | null
  version: number
  createdAt: Date
  asks: Ask[]
  /** What the reader may do now. */
  open: Record<'reply' | 'confirm' | 'accept' | 'solved' | 'edit' | 'evidence' | 'triage', boolean>
}

export type RequestItem = {
  id: number
  title: string
  status: ItemStatus
  horizon: Horizon | null
  shipsOn: IsoDate | null
  /** Set when the day only stands for its quarter. */
  shipQuarter: string | null
  /** In its product line; null when it is not ranked. */
  rank: number | null
}
