import { diffDays, type IsoDate } from '#app/lib/dates.ts'

import { hazardOf, isExpired } from './hazards.ts'
import type { ModelParameters } from './parameters.ts'
import type { SubmitterInput } from './types.ts'

/** Everybody may claim this many blockers in full, however few accounts they own. */
const LEAST_BUDGET = 2

/** What one person's claims weigh for who they are. */
export type SubmitterWeight = {
  /** Blockers that count in full, and those claimed now. */
  budget: number
  used: number
  /** What their claims have been worth so far; 1 until their decisions say otherwise. */
  calibration: number
}

/** Blockers that somebody with so many accounts can claim in full. */
export function blockerBudget(accounts: number, { budgetShare }: ModelParameters): number {
  // A tenth of 70 is a little more than 7 in binary.
  return Math.max(LEAST_BUDGET, Math.ceil(budgetShare * accounts - 1e-9))
}

/** How much of its lead over a critical claim each blocker keeps: all of it within the budget, then its part of it. */
export function dilutionOf({ budget, used }: Pick<SubmitterWeight, 'budget' | 'used'>): number {
  return used > budget ? budget / used : 1
}

/** What somebody's claims weigh on a day. Expired blockers use no budget. */
export function weighSubmitter(
  { accounts, blockers, calibration = 1 }: SubmitterInput,
  today: IsoDate,
  parameters: ModelParameters,
): SubmitterWeight {
  return {
    budget: blockerBudget(accounts, parameters),
    used: blockers.filter((day) => !isExpired(diffDays(day, today), parameters)).length,
    calibration,
  }
}

/** The same of all who may weigh other than 1, by id. */
export function weighSubmitters(
  submitters: readonly SubmitterInput[] | undefined,
  today: IsoDate,
  parameters: ModelParameters,
): Map<string, SubmitterWeight> {
  return new Map(submitters?.map((one) => [one.id, weighSubmitter(one, today, parameters)]))
}

/**
 * Factor on the hazard of a claim for who makes it. A blocker beyond the budget takes its own blockers down with it, so
 * that together they never exceed what the budget allows; none falls below a critical claim for that.
 */
export function adjustmentOf(
  importance: keyof ModelParameters['severity'],
  weight: SubmitterWeight,
  { severity }: ModelParameters,
): number {
  if (importance !== 'blocker') return weight.calibration
  const [blocker, critical] = [hazardOf(severity.blocker), hazardOf(severity.critical)]
  const diluted = critical + (blocker - critical) * dilutionOf(weight)
  return weight.calibration * (diluted / blocker)
}
