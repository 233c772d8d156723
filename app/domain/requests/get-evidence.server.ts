import { eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { people } from '#db/schema/people.ts'

import { getAnswerable } from './answerable.server.ts'
import { canConfirm } from './rules.ts'

/**
 * The evidence of a request for whoever may give other.
 * @throws not_found, forbidden
 */
export async function getEvidence(ctx: Context, requestId: number) {
  const request = await getAnswerable(ctx, requestId)
  const { id, version, title, evidence, evidenceUrl, evidenceQuote, evidenceDoubt } = request
  const doubterId = request.evidenceDoubtedBy
  const [doubter] =
    doubterId === null
      ? []
      : await ctx.db.select({ name: people.name }).from(people).where(eq(people.id, doubterId))
  return {
    ...{ id, version, title, evidence, evidenceUrl, evidenceQuote },
    doubt: evidenceDoubt === null ? null : { reason: evidenceDoubt, by: doubter?.name ?? '' },
    open: canConfirm(request),
  }
}
