import type { WeighedCriterion, Weight } from '#app/domain/icp/weights.ts'

/** A criterion's weight as it was signed, and what our outcomes say today. */
export type WeightMove = {
  label: string
  signed: { weight: number; sd: number }
  today: { weight: number; sd: number }
  /** Whether outcomes test it at all. */
  tested: boolean
  /** |today - signed| in standard deviations of the signed weight. */
  distance: number
}

/** Standard deviations from which a weight has turned. */
export const TURNED = 2

/**
 * How far the evidence has moved the weight of each criterion with points. Measured by the doubt that the signed
 * weight had: it shrank with every outcome since, so a move beyond twice of it was not foreseen. Source: docs/model.md.
 * @param today what each criterion would weigh if the text were saved now, in their order
 */
export function weightMoves(
  criteria: readonly WeighedCriterion[],
  today: readonly Weight[],
): WeightMove[] {
  return criteria.flatMap((criterion, i) => {
    const now = today[i]
    if (criterion.kind !== 'points' || !now) return []
    const { label, weight, weightSd } = criterion
    return {
      label,
      signed: { weight, sd: weightSd },
      today: { weight: now.weight, sd: now.weightSd },
      tested: now.evidence !== null,
      distance: Math.abs(now.weight - weight) / weightSd,
    }
  })
}
