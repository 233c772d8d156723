import { hazardOf, probabilityOf } from '#app/domain/scoring/hazards.ts'
import { IMPORTANCES, type Importance } from '#db/constants.ts'

/** Losses over a class of importance that the model let expect, and those that happened. */
export type ClassCount = { expected: number; lost: number }

export type LadderStep = ClassCount & {
  importance: Importance
  /** Probability of loss as it is, and as the losses suggest it. */
  now: number
  suggested: number
}

/** Losses, over all classes, that must have been expected or happened before a ladder is suggested. */
export const LADDER_LOSSES = 20

/** Losses that the prior is worth: so many expected and so many happened. */
const PRIOR = 4
const LEAST = 0.5
const MOST = 1.5

/** Observed by expected losses, shrunk towards 1 by a Gamma prior, and bounded. Source: docs/model.md, section 3.5. */
export function shrunkRatio({ expected, lost }: ClassCount, prior = PRIOR): number {
  return Math.min(MOST, Math.max(LEAST, (lost + prior) / (expected + prior)))
}

/**
 * The ladder of importances as the losses suggest it: each hazard times observed by expected, and never lower than that
 * of a lesser importance (neighbours that would cross are pooled by how much is known of each).
 */
export function suggestLadder(
  counts: Readonly<Record<Importance, ClassCount>>,
  ladder: Readonly<Record<Importance, number>>,
): LadderStep[] {
  type Pool = { hazard: number; weight: number; members: Importance[] }
  const pools: Pool[] = []
  // Severest first: hazards must not rise.
  for (const importance of IMPORTANCES) {
    const count = counts[importance]
    const weight = count.expected + PRIOR
    let pool: Pool = {
      hazard: hazardOf(ladder[importance]) * shrunkRatio(count),
      weight,
      members: [importance],
    }
    for (let above = pools.at(-1); above && above.hazard < pool.hazard; above = pools.at(-1)) {
      pools.pop()
      const both = above.weight + pool.weight
      pool = {
        hazard: (above.hazard * above.weight + pool.hazard * pool.weight) / both,
        weight: both,
        members: [...above.members, ...pool.members],
      }
    }
    pools.push(pool)
  }
  return pools.flatMap(({ hazard, members }) =>
    members.map((importance) => ({
      ...counts[importance],
      importance,
      now: ladder[importance],
      suggested: probabilityOf(hazard),
    })),
  )
}
