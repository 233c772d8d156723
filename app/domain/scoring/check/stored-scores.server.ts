import type { Context } from '#app/domain/context.ts'
import { sumOf } from '#app/lib/numbers.ts'
import { exposureScores, itemScores, scoreExclusions, scoreParts } from '#db/schema/scores.ts'

import type { StoredRow, StoredSums } from './compare-stored.ts'

/** Every figure of the stored scores by a key of its row, and the sums that must agree. */
export async function readStored({ db }: Pick<Context, 'db'>): Promise<{
  items: number
  rows: Map<string, StoredRow>
  sums: StoredSums
}> {
  const items = await db
    .select({
      itemId: itemScores.itemId,
      score: itemScores.score,
      rankScore: itemScores.rankScore,
      low: itemScores.low,
      high: itemScores.high,
      tier: itemScores.tier,
      lineTier: itemScores.lineTier,
      value: itemScores.value,
      arrAtRisk: itemScores.arrAtRisk,
      canSave: itemScores.canSave,
      costMean: itemScores.costMean,
      costInScore: itemScores.costInScore,
      accounts: itemScores.accounts,
      topShare: itemScores.topShare,
      tooLate: itemScores.tooLate,
    })
    .from(itemScores)
  const parts = await db
    .select({
      itemId: scoreParts.itemId,
      exposure: scoreParts.exposure,
      arrAtRisk: scoreParts.arrAtRisk,
      canSave: scoreParts.canSave,
      value: scoreParts.value,
    })
    .from(scoreParts)
  const exposures = await db
    .select({
      exposure: exposureScores.exposure,
      raw: exposureScores.raw,
      weight: exposureScores.weight,
      arrAtRisk: exposureScores.arrAtRisk,
      baseline: exposureScores.baseline,
      residual: exposureScores.residual,
      keepable: exposureScores.keepable,
    })
    .from(exposureScores)
  const exclusions = await db
    .select({
      exposure: scoreExclusions.exposure,
      requestId: scoreExclusions.requestId,
      reason: scoreExclusions.reason,
    })
    .from(scoreExclusions)
  const rows = new Map<string, StoredRow>()
  for (const { itemId, ...figures } of items) {
    rows.set(`item:${itemId}`, { itemId, figures: Object.values(figures) })
  }
  for (const { itemId, exposure, ...figures } of parts) {
    rows.set(`item:${itemId} ${exposure}`, { itemId, figures: Object.values(figures) })
  }
  for (const { exposure, ...figures } of exposures) {
    rows.set(exposure, { itemId: null, figures: Object.values(figures) })
  }
  for (const { exposure, requestId, reason } of exclusions) {
    rows.set(`${exposure} ${requestId} ${reason}`, { itemId: null, figures: [] })
  }
  return {
    items: items.length,
    rows,
    sums: {
      value: sumOf(parts, (part) => part.value),
      keepable: sumOf(exposures, (one) => one.keepable),
      caused:
        sumOf(parts, (part) => part.arrAtRisk) +
        sumOf(exposures, (one) => one.baseline + one.residual),
      arrAtRisk: sumOf(exposures, (one) => one.arrAtRisk),
    },
  }
}
