import type { Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'

import { loadBlockers, loadSubmitters } from './load-submitters.server.ts'
import { getModelVersion } from './model-version.server.ts'
import { weighSubmitter, type SubmitterWeight } from './submitters.ts'

/** What somebody's claims weigh now. Private: only they and their lead may see more of it than that they are within the budget. */
export async function getSubmitterWeight(
  ctx: Pick<Context, 'db' | 'now'>,
  personId: number,
): Promise<SubmitterWeight> {
  const [[submitter], blockers, { parameters }, today] = await Promise.all([
    loadSubmitters(ctx, [personId]),
    loadBlockers(ctx, [personId]),
    getModelVersion(ctx),
    getToday(ctx),
  ])
  const days = blockers.map(({ confirmedOn }) => confirmedOn)
  const { accounts = 0, calibration = 1 } = submitter ?? {}
  const person = { id: String(personId), accounts, blockers: days, calibration }
  return weighSubmitter(person, today, parameters)
}

/** How many blockers of how many somebody claims; null beyond the budget, where the number would tell the dilution. */
export async function findBlockersWithin(
  ctx: Pick<Context, 'db' | 'now'>,
  personId: number,
): Promise<{ used: number; budget: number } | null> {
  const { used, budget } = await getSubmitterWeight(ctx, personId)
  return used > budget ? null : { used, budget }
}
