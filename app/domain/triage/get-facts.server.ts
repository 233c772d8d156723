import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'

import type { RequestFacts } from './rules.ts'

export type TriagedRequest = typeof requests.$inferSelect & RequestFacts

/** A request with what the rules of triage ask. Throws not_found. */
export async function getTriagedRequest(
  ctx: Pick<Context, 'db'>,
  requestId: number,
): Promise<TriagedRequest> {
  const [row] = await ctx.db
    .select({ request: requests, commercialAccepted: acceptedCommercially() })
    .from(requests)
    .where(eq(requests.id, requestId))
  if (!row) throw notFound(requestKey(requestId))
  return { ...row.request, commercialAccepted: row.commercialAccepted }
}

/** Whether a commercial decision stands that accepts the change; asking for one leaves `billable` open. */
function acceptedCommercially() {
  return sql<boolean>`exists (select 1 from ${requestDecisions} where ${and(
    eq(requestDecisions.requestId, requests.id),
    eq(requestDecisions.kind, 'commercial'),
    isNotNull(requestDecisions.billable),
    isNull(requestDecisions.undoneAt),
  )})`
}
