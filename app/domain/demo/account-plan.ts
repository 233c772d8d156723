import type { IsoDate } from '#app/lib/dates.ts'
import type { ContractPeriod, HealthColour, Lifecycle, OpportunityKind } from '#db/constants.ts'

import type { LineKey } from './company.ts'
import type { Csm } from './people.ts'

export type Health = { healthScore: number | null; healthColour: HealthColour | null }

type Amount = { amount: number; currency: string }

export type ContractPlan = Amount & {
  name: string
  line: LineKey | null
  period: ContractPeriod
  startsOn: IsoDate
  renewsOn: IsoDate | null
  noticeDays: number
  autoRenew: boolean
  /** Names of the children that it covers. */
  covers: string[]
  /** It was renewed: when, to which day, for how much. */
  renewed: { ago: number; renewsOn: IsoDate; amount: number } | null
  ended: { ago: number; on: IsoDate } | null
}

export type OpportunityPlan = Amount & {
  name: string
  kind: OpportunityKind
  line: LineKey | null
  stage: string
  probability: number | null
  closesOn: IsoDate
  ago: number
  closed: { ago: number; state: 'won' | 'lost' } | null
}

/** An account with everything that happens to it. `ago` is in working days before now; amounts are in major units. */
export type AccountPlan = {
  name: string
  domain: string
  parent: string | null
  owner: Csm | null
  lifecycle: Lifecycle
  /** Where it ends up, when that is somewhere else. */
  later: { ago: number; lifecycle: Lifecycle } | null
  industry: string
  region: string
  segment: string
  employees: number
  plan: string
  ago: number
  health: Array<Health & { ago: number }>
  attributes: Record<string, string | number | boolean>
  contracts: ContractPlan[]
  opportunities: OpportunityPlan[]
  crmId: string | null
}
