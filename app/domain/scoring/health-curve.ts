import { baselineHazard, fragility, removableHazard, weighClaim } from './hazards.ts'
import type { ModelParameters } from './parameters.ts'
import { splitHazard } from './shares.ts'
import { resolution } from './timing.ts'

/**
 * Share of a contract that one fresh critical feature request, delivered in time, can keep at a health of 0 to 100.
 * It is highest in the middle: a healthy customer stays anyway, and one of very poor health probably leaves anyway.
 */
export function keepableAt(health: number, parameters: ModelParameters): number {
  const claim = { severity: 'critical', evidence: 'none', ageDays: 0 } as const
  const { lambda } = weighClaim(claim, 'feature_request', fragility(health), parameters)
  const mu = removableHazard(lambda, resolution(1, parameters))
  return splitHazard(baselineHazard(health, parameters), [{ lambda, mu }]).protectable
}
