import type { IsoDate } from '#app/lib/dates.ts'
import type { PlanRates } from '#app/domain/money.ts'
import type {
  ContractPeriod,
  CostSize,
  Evidence,
  HealthColour,
  Importance,
  ItemStatus,
  ItemType,
  Lane,
  Lifecycle,
  OpportunityKind,
  OpportunityState,
  RequestState,
  RequestType,
  StakeMode,
} from '#db/constants.ts'

/** The product's records as the score reads them: plain rows, whoever fetched them. */
export type Records = {
  accounts: readonly AccountRecord[]
  contracts: readonly ContractRecord[]
  opportunities: readonly OpportunityRecord[]
  requests: readonly RequestRecord[]
  /** Who submitted them. */
  submitters: readonly SubmitterRecord[]
  /** What the submitters call blockers at accounts that are not here. */
  blockersElsewhere: readonly BlockerRecord[]
  items: readonly ItemRecord[]
  rates: PlanRates
  /** Percent by stage, where an opportunity names no probability. */
  stageProbabilities: Readonly<Record<string, number>>
}

export type AccountRecord = {
  id: number
  name: string
  parentId: number | null
  lifecycle: Lifecycle
  healthScore: number | null
  healthColour: HealthColour | null
  strategicWeight: number
  /** Last day on which the strategic weight holds. */
  strategicUntil: IsoDate | null
  /** Fit, 0 to 1, against the current profile of each product line that has one. */
  fits: ReadonlyMap<number, number>
}

export type ContractRecord = {
  id: number
  /** Holder. */
  accountId: number
  /** Accounts it covers besides its holder. */
  covers: readonly number[]
  amountMinor: number
  currency: string
  period: ContractPeriod
  renewsOn: IsoDate | null
  evergreen: boolean
  noticeDays: number
  productLineId: number | null
  startsOn: IsoDate | null
  /** The first day without it; null while nobody ended it. */
  endedOn: IsoDate | null
}

export type OpportunityRecord = {
  id: number
  accountId: number
  kind: OpportunityKind
  amountMinor: number | null
  currency: string | null
  stage: string | null
  /** Percent. */
  probability: number | null
  closesOn: IsoDate | null
  state: OpportunityState
  productLineId: number | null
}

export type RequestRecord = {
  id: number
  accountId: number
  productLineId: number
  type: RequestType
  importance: Importance
  settledImportance: Importance | null
  evidence: Evidence
  /** Product does not find it convincing. */
  evidenceDoubted: boolean
  submittedBy: number
  state: RequestState
  itemId: number | null
  /** The day on which the claim was last confirmed. */
  confirmedOn: IsoDate
  /** The customer accepts the "no". */
  noAccepted: boolean
  /** What the CSM says of the shipped item; null while nobody said. */
  solved: boolean | null
  stakeMode: StakeMode
  /** Contracts chosen by hand; by default the rule finds them. */
  contractIds: readonly number[]
  /** Opportunities are only at stake where the request names them. */
  opportunityIds: readonly number[]
}

/** A person, as far as the weight of their claims hangs on it. */
export type SubmitterRecord = {
  id: number
  /** Accounts that they own, neither churned nor archived. */
  accounts: number
  calibration: number
  /** What it was measured by; null of whom no claim was decided on. */
  measured: { observed: number; expected: number } | null
}

/** A request that uses the blocker budget of its submitter. */
export type BlockerRecord = Pick<RequestRecord, 'submittedBy' | 'confirmedOn'>

export type ItemRecord = {
  id: number
  title: string
  type: ItemType
  productLineId: number
  lane: Lane
  status: ItemStatus
  costLow: number | null
  costLikely: number | null
  costHigh: number | null
  costSize: CostSize | null
  shipsOn: IsoDate | null
}
