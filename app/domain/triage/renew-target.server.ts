import type { Context } from '#app/domain/context.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { answerDueAt } from '#app/domain/requests/targets.ts'
import type { Importance } from '#db/constants.ts'

/** What a request that comes back to triage takes along: its answer is due anew, counted from now. */
export async function renewTarget(
  ctx: Context,
  request: { importance: Importance; settledImportance: Importance | null },
): Promise<{ answerDueAt: Date }> {
  const importance = request.settledImportance ?? request.importance
  return { answerDueAt: answerDueAt(importance, ctx.now, await getOrganisation(ctx)) }
}
