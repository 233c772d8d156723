import { inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { getAnswerable, writeAnswer } from './answerable.server.ts'
import { isDeclined } from './rules.ts'

/**
 * Records that the customer accepts the no: the request puts nothing at risk any more.
 * @throws not_found, forbidden, conflict when nothing is declined, or it is accepted already
 */
export async function acceptNo(ctx: Context, requestId: number): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const request = await getAnswerable(tx, requestId)
    if (!isDeclined(request)) throw conflict(`${requestKey(requestId)} is not declined.`)
    if (request.noAcceptedAt) {
      throw conflict(`The no to ${requestKey(requestId)} is recorded as accepted already.`)
    }
    await writeAnswer(tx, request, { noAcceptedAt: tx.now })
    await recordEvent(tx, { name: 'request.no_accepted', subject: ['request', requestId] })
    // Also without an item: a declined request still puts its account at risk.
    await refreshScores(tx, {
      accountIds: [request.accountId],
      itemIds: request.itemId === null ? [] : [request.itemId],
    })
  })
}
