import { addDays, addMonths, toIsoDate } from '#app/lib/dates.ts'
import { randomOf } from '#app/lib/random.ts'

import type { AccountPlan } from './account-plan.ts'
import type { Clock } from './clock.ts'

/** Months that a new customer signs for at first, the usual one first. */
const TERMS = [6, 3]
/** Days from the start within which an account has to be on record, so that evidence can be drawn from it. */
const EARLY = 90
const GO_LIVE = 40

/**
 * A customer that came within the year began with a short first term: its first renewal was decided while the company
 * worked with Causeway. Who had a sponsor then mostly stayed, and who had none mostly did not.
 */
export function withFirstTerm(plan: AccountPlan, clock: Clock): AccountPlan {
  const [contract, ...others] = plan.contracts
  if (!contract || others.length > 0) return plan
  const { renewed, ended, renewsOn } = contract
  const due = renewsOn ?? ended?.on
  if (due === undefined || (!renewed && !ended)) return plan
  const recorded = toIsoDate(clock.at(plan.ago))
  const startsOn = TERMS.map((months) => addMonths(due, -months)).find(
    (start) => addDays(start, EARLY) > recorded,
  )
  if (startsOn === undefined) return plan
  const stayed = renewed !== null && renewed.amount >= contract.amount
  const sponsor = randomOf(`sponsor ${plan.name}`).weigh([
    ['none', stayed ? 1 : 9],
    ['director', stayed ? 6 : 1],
    ['board', stayed ? 4 : 0],
  ])
  return {
    ...plan,
    contracts: [{ ...contract, startsOn }],
    attributes: {
      ...plan.attributes,
      executive_sponsor: sponsor,
      ...('go_live' in plan.attributes ? { go_live: addDays(startsOn, GO_LIVE) } : {}),
    },
  }
}
