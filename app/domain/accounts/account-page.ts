import type { LineFit } from '#app/domain/icp/line-fit.ts'
import type { Money } from '#app/domain/money.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type {
  ContractPeriod,
  HealthColour,
  Horizon,
  Importance,
  ItemStatus,
  OpportunityKind,
  OpportunityState,
  RequestState,
  RequestType,
} from '#db/constants.ts'

import type { AccountSummary } from './account-summary.ts'
import type { AttributeDefinition, AttributeValue } from './attributes.ts'

type Named = { id: number; name: string }

/** A contract on the account's page. Amounts are null for who may not read revenue. */
export type ContractOnPage = {
  id: number
  version: number
  name: string
  /** Null for the account itself, otherwise the parent that holds it. */
  holder: Named | null
  amount: Money | null
  period: ContractPeriod
  /** A year of it in the base currency; null also without a plan rate. */
  yearly: Money | null
  startsOn: IsoDate | null
  renewsOn: IsoDate | null
  evergreen: boolean
  noticeDays: number
  autoRenew: boolean
  productLine: string | null
  covers: Named[]
  forecast: number | null
  endedOn: IsoDate | null
  updatedAt: Date
  standing: 'open' | 'overdue' | 'planned' | 'ended'
}

export type OpportunityOnPage = {
  id: number
  version: number
  name: string
  kind: OpportunityKind
  amount: Money | null
  stage: string | null
  probability: number | null
  closesOn: IsoDate | null
  state: OpportunityState
  productLine: string | null
  updatedAt: Date
  /** The contract that a renewal deal was matched to. */
  contract: Named | null
}

export type RequestOnPage = {
  id: number
  title: string
  type: RequestType
  importance: Importance
  state: RequestState
  createdAt: Date
  item: { id: number; title: string; status: ItemStatus; horizon: Horizon | null } | null
}

/** Everything that the page of an account shows, apart from its history. */
export type AccountPage = {
  summary: AccountSummary
  version: number
  /** The colour that was set, whatever the score says. */
  healthColour: HealthColour | null
  domain: string | null
  plan: string | null
  strategic: {
    weight: number
    /** What counts today: 1 once it has expired. */
    counts: number
    reason: string | null
    until: IsoDate | null
  }
  attributes: { definition: AttributeDefinition; value: AttributeValue }[]
  externalIds: { source: string; externalId: string }[]
  contracts: ContractOnPage[]
  opportunities: OpportunityOnPage[]
  children: AccountSummary[]
  requests: RequestOnPage[]
  requestCount: number
  fits: LineFit[]
  /** Whether the reader may see amounts. */
  revenue: boolean
  archivedAt: Date | null
  may: { edit: boolean; strategic: boolean }
  today: IsoDate
}
