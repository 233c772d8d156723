import { sumOf } from '#app/lib/numbers.ts'

import { probabilityOf } from './hazards.ts'

export type Cause = { lambda: number; mu: number }

export type HazardSplit = {
  /** All hazard, and the part that all deliveries together remove. */
  hazard: number
  removable: number
  /** Probability of loss, and by how much all deliveries together lower it. */
  q: number
  protectable: number
}

/** Shares of one unit of money that depend on one request. */
export type CauseShares = {
  /** Of the probability of loss: that this cause is the first to strike. */
  cause: number
  /** Saved if only this is built, as its fair part of building everything, and if everything else is built too. */
  alone: number
  value: number
  last: number
}

/**
 * Risk of one exposure: baseline hazard `l0` and its requests' hazards, which add up.
 * Every exponent below is at most 0, so hundreds of requests on one account neither overflow nor become NaN.
 */
export function splitHazard(l0: number, causes: readonly Cause[]): HazardSplit {
  const hazard = l0 + sumOf(causes, (cause) => cause.lambda)
  const removable = sumOf(causes, (cause) => cause.mu)
  return {
    hazard,
    removable,
    q: probabilityOf(hazard),
    protectable: Math.exp(removable - hazard) * probabilityOf(removable),
  }
}

/** Part of the loss that a cause with this hazard brings about; the parts of all causes add up to `q`. */
export function causeShare({ hazard, q }: HazardSplit, lambda: number): number {
  return hazard > 0 ? (q * lambda) / hazard : 0
}

/**
 * What one request counts for. `value` is the Aumann-Shapley value of building everything, so the values of all
 * requests add up to `protectable`, and `alone <= value <= last`.
 */
export function causeShares(split: HazardSplit, { lambda, mu }: Cause): CauseShares {
  const { hazard, removable, protectable } = split
  return {
    cause: causeShare(split, lambda),
    alone: Math.exp(mu - hazard) * probabilityOf(mu),
    value: removable > 0 ? (protectable * mu) / removable : 0,
    last: Math.exp(removable - hazard) * probabilityOf(mu),
  }
}
