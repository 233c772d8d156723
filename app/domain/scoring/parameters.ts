import { z } from 'zod'

const positive = z.number().positive()
const share = z.number().min(0).max(1)
const probability = z.number().gt(0).lt(1)
const days = z.number().min(0).max(3650)

/** How unsure the priors are: log standard deviations of the hazard of each importance, each link and the baseline. */
const uncertaintySchema = z.object({
  importance: z.object({
    blocker: positive,
    critical: positive,
    major: positive,
    minor: positive,
  }),
  link: positive,
  baseline: positive,
})

const DEFAULT_UNCERTAINTY: z.infer<typeof uncertaintySchema> = {
  importance: { blocker: 0.5, critical: 0.5, major: 0.7, minor: 0.7 },
  link: 0.5,
  baseline: 0.3,
}

const plattSchema = z.object({ a: z.number(), b: positive })

/** The correction that changes nothing. */
export const NO_CORRECTION: z.infer<typeof plattSchema> = { a: 0, b: 1 }

/** Parameters of the score, as they are versioned in the database and written in a score file. */
export const parametersSchema = z.object({
  /** Health to baseline risk: 1 / (1 + exp(-(alpha - beta·health))). */
  alpha: z.number(),
  beta: positive,
  /** Share of the churn hazard that product gaps cause, and the baseline therefore leaves out. */
  phi: share,
  /** Days of notice where a contract says nothing. */
  notice: days,
  /** Days from which a far decision begins to fade, and its half-life. */
  horizon: days,
  horizonHalfLife: positive,
  kind: z.object({ renewal: positive, expansion: positive, new_business: positive }),
  /** Weight of an account with no fit at all. */
  icpMin: share,
  sigmaFloor: positive,
  sigmaInflation: positive,
  /** Engineers who work on an item at once, and the weeks that a release adds. */
  parallel: positive,
  overheadWeeks: z.number().min(0),
  /** The most that one request, and all requests of an exposure, can make probable. */
  pCap: probability,
  kReq: positive,
  /** Probability of loss by importance. */
  severity: z.object({
    blocker: probability,
    critical: probability,
    major: probability,
    minor: probability,
  }),
  /** Factors on the hazard. */
  type: z.object({
    bug: positive,
    change_request: positive,
    feature_request: positive,
    question: positive,
  }),
  evidence: z.object({
    none: positive,
    csm_belief: positive,
    customer_said: positive,
    customer_written: positive,
  }),
  /** Days in which a claim that nobody confirms loses half its weight. */
  staleHalfLife: positive,
  /** Probability that delivery solves the need, and what a promise that comes too late is still worth. */
  eta: share,
  kappa: share,
  /** Part of their accounts for which somebody can claim a blocker in full. */
  budgetShare: share.default(0.1),
  /** Decisions' worth of doubt before a CSM's record moves what their claims weigh. */
  csmPrior: positive.default(4),
  /** Correction of a renewal's probability of loss: logit(q') = a + b·logit(q). None where nothing is named. */
  platt: plattSchema.default(NO_CORRECTION),
  /** Versions and files from before scores had intervals name none. */
  uncertainty: uncertaintySchema.default(DEFAULT_UNCERTAINTY),
})

export type ModelParameters = z.infer<typeof parametersSchema>

/** The defaults of model version 1: priors, until the company's own outcomes replace them. */
export const DEFAULT_PARAMETERS: ModelParameters = {
  alpha: 1.11792,
  beta: 0.05078,
  phi: 0.25,
  notice: 60,
  horizon: 365,
  horizonHalfLife: 180,
  kind: { renewal: 1, expansion: 1, new_business: 0.5 },
  icpMin: 0.5,
  sigmaFloor: 0.2,
  sigmaInflation: 1.5,
  parallel: 1.5,
  overheadWeeks: 2,
  pCap: 0.9,
  kReq: 1,
  severity: { blocker: 0.3, critical: 0.1, major: 0.03, minor: 0.01 },
  type: { bug: 1.25, change_request: 1, feature_request: 0.8, question: 0.1 },
  evidence: { none: 1, csm_belief: 1.25, customer_said: 2, customer_written: 3 },
  staleHalfLife: 180,
  eta: 0.8,
  kappa: 0.25,
  budgetShare: 0.1,
  csmPrior: 4,
  platt: NO_CORRECTION,
  uncertainty: DEFAULT_UNCERTAINTY,
}
