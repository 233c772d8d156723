import type { ModelParameters } from './parameters.ts'
import type { Claim, LinkInput } from './types.ts'
import type { RequestType } from '#db/constants.ts'

/** Health of an account of which nobody knows it. */
export const UNKNOWN_HEALTH = 65

/** A claim that has lost this much of its weight is expired: it is excluded until somebody confirms it again. */
const EXPIRED_BELOW = 0.05

/** Probability to hazard, -ln(1 - p): causes that act independently then simply add up. */
export function hazardOf(probability: number): number {
  return -Math.log1p(-probability)
}

/** Hazard to probability, 1 - e^-λ. */
export function probabilityOf(hazard: number): number {
  return -Math.expm1(-hazard)
}

/**
 * Hazard of losing a renewal for reasons that no request stands for (price, sponsor, usage), from health 0 to 100.
 * Past churn already holds churn over product gaps, so their share phi is left out.
 */
export function baselineHazard(health: number, { alpha, beta, phi }: ModelParameters): number {
  // -ln(1 - b) with b = 1 / (1 + e^-(alpha - beta·health)), without forming 1 - b.
  return (1 - phi) * Math.log1p(Math.exp(alpha - beta * health))
}

/** How much more a claim weighs at a shaky account: 2 at health 0, 1 at 50, a half at 100. */
export function fragility(health: number): number {
  return 2 ** ((50 - health) / 50)
}

/** What is left of a claim's weight `ageDays` after it was last confirmed, 0 to 1. */
export function staleness(ageDays: number, { staleHalfLife }: ModelParameters): number {
  return 2 ** (-Math.max(0, ageDays) / staleHalfLife)
}

/** Whether a claim is too old to count. */
export function isExpired(ageDays: number, parameters: ModelParameters): boolean {
  return staleness(ageDays, parameters) < EXPIRED_BELOW
}

/** The most hazard that one request, or all requests of one exposure together, can have. */
export function hazardCap({ pCap }: ModelParameters): number {
  return hazardOf(pCap)
}

/**
 * Hazard that a request puts on an exposure, with its factors.
 * @param type The request's own type.
 * @param chi Fragility of the account; 1 for an opportunity.
 * @param adjustment For who claims it.
 */
export function weighClaim(
  link: Pick<LinkInput, 'severity' | 'evidence' | 'ageDays'>,
  type: RequestType,
  chi: number,
  parameters: ModelParameters,
  adjustment = 1,
): Claim {
  const { severity, evidence, ageDays } = link
  const base = hazardOf(parameters.severity[severity])
  const typeFactor = parameters.type[type]
  const evidenceFactor = parameters.evidence[evidence]
  const fresh = staleness(ageDays, parameters)
  const product = parameters.kReq * base * typeFactor * evidenceFactor * fresh * chi * adjustment
  const lambda = Math.min(hazardCap(parameters), product)
  return {
    severity,
    evidence,
    type,
    ageDays,
    base,
    typeFactor,
    evidenceFactor,
    staleness: fresh,
    chi,
    adjustment,
    lambda,
  }
}

/**
 * Part of the hazard `lambda` that a delivery removes if it solves the need with probability `rho`:
 * ln(1 + ρ(e^λ - 1)), which makes the expectation over independent deliveries exact. Never above `lambda`.
 */
export function removableHazard(lambda: number, rho: number): number {
  if (rho === 1) return lambda
  return Math.min(lambda, Math.log1p(rho * Math.expm1(lambda)))
}

/**
 * Factor that brings all hazard of a renewal to where past outcomes say it is: ln(1 + e^a·(e^Λ - 1)^b) by Λ, which is
 * logit(q') = a + b·logit(q) on the probability of loss. One factor for all causes keeps their shares as they are.
 */
export function correctionFactor(hazard: number, { platt: { a, b } }: ModelParameters): number {
  if ((a === 0 && b === 1) || hazard === 0) return 1
  const logit = hazard + Math.log(-Math.expm1(-hazard))
  const z = a + b * logit
  return (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))) / hazard
}
