import type { IsoDate } from '#app/lib/dates.ts'
import type { CostSize, Evidence, ExclusionReason, Importance, RequestType } from '#db/constants.ts'

/** Money that a decision on a date can lose or win. */
export type ExposureKind = 'renewal' | 'expansion' | 'new_business'

/** A contract's renewal or an open opportunity, once for the whole score. */
export type ExposureInput = {
  id: string
  /** Name of the account, for the receipt. */
  account: string
  /** Tells accounts apart where names repeat; the name by default. */
  accountId?: string | undefined
  kind: ExposureKind
  /** Major units of `currency` a year; null when nobody has written it down. */
  amount: number | null
  currency: string
  /** Base units for one unit of `currency`; null without a plan rate. */
  fx: number | null
  /** Probability that the deal is won if the product has no gap; 1 for a renewal, null when nobody knows. */
  win: number | null
  /** 0 to 100, null when unknown. */
  health: number | null
  /** Renewal or close date; null with evergreen, or when nobody knows it. */
  date: IsoDate | null
  evergreen?: boolean | undefined
  /** Days before the renewal by which it must be cancelled; the parameter by default. Opportunities have none. */
  notice?: number | undefined
  /** Fit against the profile, 0 to 1; null while there is no profile. */
  icp: number | null
  strategic: number
}

export type ItemInput = {
  id: string
  title: string
  /** Serves a link that names no type of its own. */
  type: RequestType
  /** Engineer-weeks: low, likely, high. */
  estimate?: { p10: number; p50: number; p90: number } | undefined
  /** Serves without an estimate. */
  size?: CostSize | undefined
  shipDate?: IsoDate | undefined
}

/**
 * How far a request can still be answered by its item.
 * - `open`: the item can be delivered;
 * - `declined`: the risk stays and nothing removes it;
 * - `shipped`: delivered, nobody said yet whether it solved the need, so what delivery leaves over stays;
 * - `unsolved`: delivered and not solved, so the whole risk stays.
 */
export type Standing = 'open' | 'declined' | 'shipped' | 'unsolved'

/** One request of one exposure's owner, for one item. */
export type LinkInput = {
  /** Exposure. */
  x: string
  /** Item; null for a request that was declined before it had one. */
  r: string | null
  /** Which request it is, for the receipt. */
  request?: string | undefined
  severity: Importance
  evidence: Evidence
  /** Days since the claim was last confirmed. */
  ageDays: number
  /** The request's type; the item's by default. */
  type?: RequestType | undefined
  /** `open` by default. */
  standing?: Standing | undefined
  /** Whose word the importance is; nobody's of these once a manager has settled it. */
  submitter?: string | undefined
}

/** Somebody who submits requests, as far as the weight of their claims hangs on it. */
export type SubmitterInput = {
  id: string
  /** How many accounts they own. */
  accounts: number
  /** When each blocker they claim now, at whatever account, was last confirmed; in order. */
  blockers: readonly IsoDate[]
  /** What their claims have been worth so far; 1 by default. */
  calibration?: number | undefined
}

export type ScoreInput = {
  exposures: ExposureInput[]
  items: ItemInput[]
  links: LinkInput[]
  /** Whose claims may weigh other than 1; links can name others. */
  submitters?: SubmitterInput[] | undefined
}

/** What a reader must know about an exposure that counts. */
export type ExposureBadge =
  | 'negative_arr'
  | 'no_rate'
  | 'missing_date'
  | 'overdue'
  | 'no_profile'
  | 'claims_scaled'
  | 'many_claims'
  | 'corrected'

/** Why an exposure does not count at all; listed under data quality. */
export type ExposureExclusion = Exclude<ExclusionReason, 'expired_claim'>

/** How a request's hazard came about; `lambda` is their product, at most the cap. */
export type Claim = {
  severity: Importance
  evidence: Evidence
  type: RequestType
  ageDays: number
  /** Hazard of the importance alone. */
  base: number
  typeFactor: number
  evidenceFactor: number
  staleness: number
  chi: number
  /** For who claims it: a private figure, of which others see only whether it is 1. */
  adjustment: number
  lambda: number
}

/** The request that counts for an item at an exposure, and what comes of it. */
export type ScoredLink = {
  item: string | null
  request: string | null
  standing: Standing
  claim: Claim
  /** The claim's hazard after its standing and after scaling too many claims. */
  lambda: number
  /** Probability of delivery before the decision. */
  u: number
  /** Probability that the item removes the hazard. */
  rho: number
  /** Removable hazard. */
  mu: number
  /** Whole days from today to the latest sensible start; negative once it has passed. Null unless open. */
  startInDays: number | null
}

/** A claim too old to count, of which the CSM is asked whether it still holds. */
export type ExpiredClaim = { exposure: string; item: string | null; request: string | null }

export type ScoredExposure = {
  id: string
  account: string
  accountId: string
  kind: ExposureKind
  /** The currency it is agreed in; all money here is in base units all the same. */
  currency: string
  badges: ExposureBadge[]
  /** Base units a year, before the probability of winning. */
  amount: number
  win: number
  /** Null when unknown or when it plays no part. */
  health: number | null
  /** Renewal or close date; null when rolling. */
  date: IsoDate | null
  evergreen: boolean
  /** The day by which the customer decides, and the days until then. */
  decisionOn: IsoDate
  days: number
  /** Base units: amount × win. */
  raw: number
  /** Weights that make `w` of `raw`. */
  weights: { psi: number; icp: number; strategic: number; h: number }
  w: number
  /** Baseline hazard, health's factor on claims, and all hazard together. */
  l0: number
  chi: number
  hazard: number
  /** Factor that brings too many claims down to the cap; 1 otherwise. */
  claimScale: number
  /** Factor on all hazard by which past outcomes correct a renewal; 1 without a correction. */
  correction: number
  /** Probability of loss, and the share of the exposure that its items can keep. */
  q: number
  protectable: number
  /** Base units, raw: the loss expected, and its parts that no open item causes. */
  arrAtRisk: number
  baselineCause: number
  declinedCause: number
  shippedCause: number
  links: ScoredLink[]
}

/** What one exposure brings to one item: a line of the receipt with every factor of it. Money in base units. */
export type Part = {
  item: string
  exposure: string
  account: string
  accountId: string
  request: string | null
  /** Raw: the share of the exposure's ARR at risk that this item causes, and what it can save. */
  arrAtRisk: number
  canSave: number
  /** Weighted: built alone, fair share, built after everything else. */
  alone: number
  value: number
  last: number
  /** Share of the exposure's removable hazard. */
  share: number
  link: ScoredLink
  from: Omit<ScoredExposure, 'links'>
}

export type ItemBadge = 'not_estimated' | 'split_item' | 'top_account' | 'ship_date_passed'

export type ScoredItem = {
  id: string
  title: string
  badges: ItemBadge[]
  costSigma: number
  /** Expected cost, and the cost that divides the value (at least 0.5). Engineer-weeks. */
  costMean: number
  costInScore: number
  leadWeeks: number
  alone: number
  value: number
  last: number
  /** Base units an engineer-week. */
  score: number
  /** Raw base units. */
  arrAtRisk: number
  canSave: number
  /** Raw base units, the part of `arrAtRisk` whose latest start has passed. */
  tooLate: number
  /** Next latest start among those still ahead; null when there is none. */
  startBy: IsoDate | null
  /** Nearest renewal that hangs on it; null when there is none. */
  nextRenewalOn: IsoDate | null
  accounts: number
  /** Concentration of the value over accounts: Herfindahl index and the largest share, 0 to 1. */
  hhi: number
  topShare: number
  /** The score if the account with the largest share went away. */
  scoreWithoutTop: number
  parts: Part[]
}

export type ScoreResult = {
  exposures: ScoredExposure[]
  items: ScoredItem[]
  excluded: { id: string; reason: ExposureExclusion }[]
  expired: ExpiredClaim[]
}
