import type { Evidence, Importance, RequestSource, RequestType } from '#db/constants.ts'

import type { AreaKey } from './company.ts'
import type { Csm, Pm } from './people.ts'
import type { Refusal } from './refusals.ts'

type Asked = { ago: number; question: string; replyAgo: number; reply: string }

/** Business Development is asked, and says that the change is made. */
type Commercial = {
  askAgo: number
  ask: string
  ago: number
  words: string
  /** In major units; null when it costs the customer nothing. */
  amount: { amount: number; currency: string } | null
}

/** What becomes of a request; `ago` is when it is decided. */
export type Course =
  | { kind: 'inbox' }
  | { kind: 'waiting'; ago: number; question: string }
  | { kind: 'commercial'; ago: number; words: string }
  | {
      kind: 'item'
      ago: number
      theme: string
      how: 'link' | 'new_item' | 'fast_lane' | 'same_as'
      asked: Asked | null
      commercial: Commercial | null
    }
  | { kind: 'answer'; ago: number; words: string }
  | { kind: 'decline'; ago: number; refusal: Refusal }
  | { kind: 'refused_change'; askAgo: number; ask: string; ago: number; words: string }
  | { kind: 'merge'; ago: number; into: string }
  | { kind: 'split'; ago: number; parts: Array<{ theme: string; body: string }> }

/** Importance as Product sees it, and as a manager settled it. */
export type Views = {
  product: { ago: number; importance: Importance } | null
  settled: { ago: number; importance: Importance; reason: string; by: 'maren' | 'tomas' } | null
}

/** A request with everything that happens to it. */
export type RequestPlan = {
  key: string
  account: string
  by: Csm
  pm: Pm
  ago: number
  area: AreaKey
  body: string
  type: RequestType
  importance: Importance
  evidence: Evidence
  quote: string | null
  source: RequestSource
  contactName: string | null
  contactRole: string | null
  goal: string | null
  /** Item that the CSM names as the same. */
  sameAs: string | null
  /** It puts the account's open expansion at stake too. */
  namesDeal: boolean
  course: Course
  views: Views
  /** When the CSM says that the claim still holds. */
  confirmedAgo: number | null
  /** What the CSM reports at the end: the no is accepted, or what was shipped solves it. */
  outcome: { ago: number; says: 'accepted' | 'solved' | 'not_solved' } | null
}
