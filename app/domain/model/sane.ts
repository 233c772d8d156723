import type { ModelParameters } from '#app/domain/scoring/parameters.ts'

import { PARAMETERS, type ParameterKey } from './parameter-list.ts'
import { valueOf } from './values.ts'

/** Pairs of which the first may not be less than the second, and what to say beside the first. */
const ORDERED: readonly (readonly [ParameterKey, ParameterKey, string])[] = [
  ['severity.blocker', 'severity.critical', 'A blocker cannot weigh less than a critical request.'],
  ['severity.critical', 'severity.major', 'Critical cannot weigh less than major.'],
  ['severity.major', 'severity.minor', 'Major cannot weigh less than minor.'],
  ['evidence.csm_belief', 'evidence.none', 'A belief cannot weigh less than no evidence.'],
  [
    'evidence.customer_said',
    'evidence.csm_belief',
    'What the customer said cannot weigh less than a belief.',
  ],
  [
    'evidence.customer_written',
    'evidence.customer_said',
    'What the customer wrote cannot weigh less than what they said.',
  ],
  [
    'pCap',
    'severity.blocker',
    'The most that requests make probable cannot be less than one blocker.',
  ],
]

/** What makes these parameters no model that could be meant, by the parameter to change; empty when there is nothing. */
export function findFaults(parameters: ModelParameters): Partial<Record<ParameterKey, string>> {
  const faults: Partial<Record<ParameterKey, string>> = {}
  for (const [more, less, said] of ORDERED) {
    if (valueOf(parameters, more) < valueOf(parameters, less)) faults[more] = said
  }
  for (const { key, least, most } of PARAMETERS) {
    const value = valueOf(parameters, key)
    if (!(value >= least && value <= most)) faults[key] = `From ${least} to ${most}.`
  }
  return faults
}
