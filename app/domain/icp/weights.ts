import { criterionSchema, type Criterion } from './criteria.ts'
import { PRIOR_SD, type Counts } from './evidence.ts'
import { priorWeight } from './fit.ts'

/** What a criterion weighs in the fit: the text that both teams sign has it, so it stays as it was when it was saved. */
export type Weight = {
  /** Log odds between meeting it and not; 0 for must-haves and exclusions. */
  weight: number
  /** Standard deviation of the weight; 0 for must-haves and exclusions. */
  weightSd: number
  /** The outcomes that moved it away from its points; null where none could. */
  evidence: Counts | null
}

export type WeighedCriterion = Criterion & Weight

/** What a criterion weighs as long as no outcome says anything about it. */
export function weightByPoints({ kind, points }: Pick<Criterion, 'kind' | 'points'>): Weight {
  return kind === 'points'
    ? { weight: priorWeight(points), weightSd: PRIOR_SD, evidence: null }
    : { weight: 0, weightSd: 0, evidence: null }
}

/** A criterion as it was stored, with its weight. */
export function storedCriterion(row: Weight): WeighedCriterion {
  const { weight, weightSd, evidence } = row
  return { ...criterionSchema.parse(row), weight, weightSd, evidence }
}
