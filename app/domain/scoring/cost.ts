import type { CostSize } from '#db/constants.ts'

import type { ModelParameters } from './parameters.ts'
import type { ItemInput } from './types.ts'

/** Distance from the 10 % to the 90 % point of a standard normal distribution. */
const P10_TO_P90 = 2 * 1.2815515655446004

/** Above this spread an estimate says too little: the screen asks to split the item. */
const SIGMA_CAP = 1.2
/** Least cost that divides a value, in engineer-weeks: no score comes from costing next to nothing. */
const COST_FLOOR = 0.5

/** Median engineer-weeks that a size stands for. */
export const SIZE_WEEKS: Readonly<Record<CostSize, number>> = { S: 1, M: 3, L: 8, XL: 20 }
const SIZE_SIGMA = 0.8
const UNKNOWN_SIZE: CostSize = 'M'

export type Cost = {
  /** Median and expected cost in engineer-weeks, and the log standard deviation. */
  p50: number
  sigma: number
  mean: number
  /** The cost that divides the value. */
  inScore: number
  /** False when neither an estimate nor a size was given and M stands in. */
  estimated: boolean
  /** Whether low and high are too far apart for one item. */
  wide: boolean
}

function spread(
  { estimate, size }: ItemInput,
  { sigmaFloor, sigmaInflation }: ModelParameters,
): Pick<Cost, 'p50' | 'sigma' | 'wide'> {
  if (!estimate) return { p50: SIZE_WEEKS[size ?? UNKNOWN_SIZE], sigma: SIZE_SIGMA, wide: false }
  const { p10, p50, p90 } = estimate
  const sigma = (sigmaInflation * Math.log(p90 / p10)) / P10_TO_P90
  return {
    p50,
    sigma: Math.min(SIGMA_CAP, Math.max(sigmaFloor, sigma)),
    wide: sigma > SIGMA_CAP,
  }
}

/** Log-normal cost of an item from low, likely and high, or from its T-shirt size, or as M. */
export function costOf(item: ItemInput, parameters: ModelParameters): Cost {
  const { p50, sigma, wide } = spread(item, parameters)
  const mean = p50 * Math.exp(sigma ** 2 / 2)
  return {
    p50,
    sigma,
    mean,
    inScore: Math.max(COST_FLOOR, mean),
    estimated: item.estimate !== undefined || item.size !== undefined,
    wide,
  }
}

/** The median cost that divides a value, in engineer-weeks, with the floor of the expected one. */
export function medianCost({
  costMean,
  costSigma,
}: {
  costMean: number
  costSigma: number
}): number {
  return Math.max(COST_FLOOR, costMean / Math.exp(costSigma ** 2 / 2))
}
