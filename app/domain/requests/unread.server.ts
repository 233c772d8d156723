import { and, eq, sql, type SQL } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { itemDecisions } from '#db/schema/items.ts'
import { requestDecisions, requestMessages, requestReads, requests } from '#db/schema/requests.ts'

/**
 * Condition on a row of `requests`: others decided, undid, wrote or moved its item since the person last looked at it.
 */
export function isUnreadBy(personId: number): SQL<boolean> {
  const seen = sql`coalesce((
    select ${requestReads.readAt} from ${requestReads}
    where ${and(eq(requestReads.requestId, requests.id), eq(requestReads.personId, personId))}
  ), ${requests.createdAt})`
  return sql<boolean>`(
    exists (
      select 1 from ${requestDecisions} where ${requestDecisions.requestId} = ${requests.id} and (
        (${requestDecisions.decidedBy} <> ${personId} and ${requestDecisions.undoneAt} is null
          and ${requestDecisions.decidedAt} > ${seen})
        or (${requestDecisions.undoneBy} <> ${personId} and ${requestDecisions.decidedAt} <= ${seen}
          and ${requestDecisions.undoneAt} > ${seen})
      )
    ) or exists (
      select 1 from ${requestMessages} where ${requestMessages.requestId} = ${requests.id}
        and ${requestMessages.authorId} <> ${personId} and ${requestMessages.createdAt} > ${seen}
    ) or exists (
      select 1 from ${itemDecisions} where ${itemDecisions.itemId} = ${requests.itemId}
        and ${itemDecisions.decidedBy} is distinct from ${personId} and ${itemDecisions.decidedAt} > ${seen}
    ))`
}

/** Remembers that the person has seen the request as it is now. */
export async function markRead(ctx: Context, requestId: number): Promise<void> {
  await ctx.db
    .insert(requestReads)
    .values({ requestId, personId: ctx.actor.id, readAt: ctx.now })
    .onConflictDoUpdate({
      target: [requestReads.requestId, requestReads.personId],
      set: { readAt: ctx.now },
    })
}
