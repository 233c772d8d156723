import { sumOf } from '#app/lib/numbers.ts'

import { probabilityOf, removableHazard } from './hazards.ts'
import type { ModelParameters } from './parameters.ts'
import { resolution, shipsWithin } from './timing.ts'
import type { Part } from './types.ts'

/** What a part of a receipt must tell for this. */
export type Delayable = Pick<Part, 'value' | 'share'> & {
  link: Pick<Part['link'], 'lambda' | 'mu'>
  from: Pick<Part['from'], 'days' | 'hazard' | 'w'>
}

/**
 * Cost of delay: the value (weighted base units) that an item loses if its start slips by `weeks` while every other item
 * keeps its time. Section 3.2 of the model.
 * @param lead median weeks until it ships; `sigma` the log standard deviation of its cost
 */
export function lossOfDelay(
  parts: readonly Delayable[],
  { lead, sigma }: { lead: number; sigma: number },
  weeks: number,
  parameters: ModelParameters,
): number {
  return sumOf(parts, ({ value, share, link, from }) => {
    if (share === 0) return 0
    const u = shipsWithin(from.days - 7 * weeks, lead, sigma)
    const mu = removableHazard(link.lambda, resolution(u, parameters))
    const removable = link.mu / share - link.mu + mu
    if (removable === 0) return value
    const kept = from.w * Math.exp(removable - from.hazard) * probabilityOf(removable)
    return value - (kept * mu) / removable
  })
}
