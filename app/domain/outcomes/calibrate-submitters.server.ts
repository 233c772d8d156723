import { notInArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { shrunkRatio } from '#app/domain/scoring/backtest/ladder.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { addMonths } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { sumOf } from '#app/lib/numbers.ts'
import { calibrations } from '#db/schema/scores.ts'

import { testedClaims } from './decision.ts'
import { listDecisions } from './list-decisions.server.ts'

/** Decisions older than this say nothing of what a person claims today. */
const MONTHS = 24

/**
 * Sets what each person's claims are worth by how the decisions of the last 24 months went: losses over the very item
 * that they had claimed, by as many as their claims foretold, shrunk towards 1. The scores follow with their next refresh.
 */
export async function calibrateSubmitters(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
  const today = await getToday(ctx)
  const { parameters } = await getModelVersion(ctx)
  const decisions = await listDecisions(ctx, addMonths(today, -MONTHS))
  const claims = groupBy(decisions.flatMap(testedClaims), ({ submittedBy }) => submittedBy)
  const measured: number[] = []
  for (const [personId, own] of claims) {
    if (personId === null) continue
    const observed = own.filter(({ lost }) => lost === 1).length
    const expected = sumOf(own, (claim) => claim.expected)
    const factor = shrunkRatio({ expected, lost: observed }, parameters.csmPrior)
    const values = { observed, expected, factor, computedAt: ctx.now }
    await ctx.db
      .insert(calibrations)
      .values({ personId, ...values })
      .onConflictDoUpdate({ target: calibrations.personId, set: values })
    measured.push(personId)
  }
  await ctx.db.delete(calibrations).where(notInArray(calibrations.personId, measured))
}
