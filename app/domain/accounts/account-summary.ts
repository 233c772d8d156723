import type { IsoDate } from '#app/lib/dates.ts'
import type { HealthColour, Lifecycle } from '#db/constants.ts'

import type { Arr } from './contract-rules.ts'

/** An account in short, as lists, the type-ahead and the card beside a request show it. */
export type AccountSummary = {
  id: number
  name: string
  lifecycle: Lifecycle
  industry: string | null
  region: string | null
  segment: string | null
  employees: number | null
  owner: { id: number; name: string } | null
  parent: { id: number; name: string } | null
  health: { colour: HealthColour | null; score: number | null }
  /** Null for who may not read revenue. */
  arr: Arr | null
  /** Open contracts of its own. */
  contracts: number
  /** It has none, and its parent's cover it. */
  coveredByParent: boolean
  /** Of its own contracts, or of the parent's that cover it. */
  nextRenewal: IsoDate | null
  archived: boolean
}
