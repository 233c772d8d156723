import type { z } from 'zod'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'
import { requestMessages } from '#db/schema/requests.ts'

import { getAnswerable, refreshItems, writeAnswer } from './answerable.server.ts'
import type { replySchema } from './schemas.ts'
import { renewTarget } from './targets.server.ts'

/**
 * Answers a question that triage asked back: the request is new again, with a new target.
 * @throws not_found, forbidden, conflict when nothing is asked (any more)
 */
export async function replyToQuestion(
  ctx: Context,
  { requestId, body }: { requestId: number } & z.output<typeof replySchema>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const request = await getAnswerable(tx, requestId)
    if (request.state !== 'waiting') {
      throw conflict(`${requestKey(requestId)} waits for no answer any more.`)
    }
    await writeAnswer(tx, request, { state: 'new', ...(await renewTarget(tx, request)) })
    await tx.db
      .insert(requestMessages)
      .values({ requestId, kind: 'reply', body, authorId: tx.actor.id, createdAt: tx.now })
    await recordEvent(tx, { name: 'request.replied', subject: ['request', requestId] })
    await refreshItems(tx, request.accountId, [request.itemId])
  })
}
