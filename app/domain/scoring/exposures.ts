import type { IsoDate } from '#app/lib/dates.ts'

import { baselineHazard, fragility, UNKNOWN_HEALTH } from './hazards.ts'
import type { ModelParameters } from './parameters.ts'
import { decisionOf, horizonWeight, type Decision } from './timing.ts'
import type { ExposureBadge, ExposureExclusion, ExposureInput, ScoredExposure } from './types.ts'

/** What is known of an exposure before its requests are looked at. */
export type Admitted = Omit<
  ScoredExposure,
  | 'hazard'
  | 'claimScale'
  | 'correction'
  | 'q'
  | 'protectable'
  | 'arrAtRisk'
  | 'baselineCause'
  | 'declinedCause'
  | 'shippedCause'
  | 'links'
>

type Dated = Extract<Decision, { on: IsoDate }>

function badgesOf(input: ExposureInput, decision: Dated): ExposureBadge[] {
  const badges: ExposureBadge[] = []
  if (input.amount !== null && input.amount < 0) badges.push('negative_arr')
  if (input.fx === null) badges.push('no_rate')
  if (decision.status === 'missing') badges.push('missing_date')
  if (decision.status === 'overdue') badges.push('overdue')
  if (input.icp === null) badges.push('no_profile')
  return badges
}

/**
 * Money, weights and baseline of an exposure, or why it does not count. A renewal without an amount counts 0; an
 * opportunity without amount, date or probability is no exposure at all.
 */
export function admitExposure(
  input: ExposureInput,
  today: IsoDate,
  parameters: ModelParameters,
): Admitted | { excluded: ExposureExclusion } {
  const renewal = input.kind === 'renewal'
  const win = renewal ? 1 : input.win
  const decision = decisionOf(input, today, parameters)
  if ('excluded' in decision) return decision
  if (!renewal && input.amount === null) return { excluded: 'no_amount' }
  if (win === null) return { excluded: 'no_probability' }

  const amount = Math.max(0, input.amount ?? 0) * (input.fx ?? 0)
  const raw = amount * win
  const weights = {
    psi: parameters.kind[input.kind],
    icp: parameters.icpMin + (1 - parameters.icpMin) * (input.icp ?? 1),
    strategic: input.strategic,
    h: horizonWeight(decision.days, parameters),
  }
  const health = input.health ?? UNKNOWN_HEALTH
  return {
    id: input.id,
    account: input.account,
    accountId: input.accountId ?? input.account,
    kind: input.kind,
    currency: input.currency,
    badges: badgesOf(input, decision),
    amount,
    win,
    health: renewal ? input.health : null,
    date: input.evergreen ? null : input.date,
    evergreen: input.evergreen ?? false,
    decisionOn: decision.on,
    days: decision.days,
    raw,
    weights,
    w: raw * weights.psi * weights.icp * weights.strategic * weights.h,
    // The stage of an opportunity already holds what is lost for other reasons.
    l0: renewal ? baselineHazard(health, parameters) : 0,
    chi: renewal ? fragility(health) : 1,
  }
}
