import { inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { getAnswerable, writeAnswer } from './answerable.server.ts'
import { canConfirm } from './rules.ts'

/**
 * Records that the claim still holds: its age counts from now.
 * @throws not_found, forbidden, conflict when the request no longer counts
 */
export async function confirmClaim(ctx: Context, requestId: number): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const request = await getAnswerable(tx, requestId)
    if (!canConfirm(request)) {
      throw conflict(`${requestKey(requestId)} is closed, so there is nothing to confirm.`)
    }
    await writeAnswer(tx, request, { confirmedAt: tx.now })
    await recordEvent(tx, { name: 'request.confirmed', subject: ['request', requestId] })
    // Also without an item: the claim of a declined request goes on ageing.
    await refreshScores(tx, {
      accountIds: [request.accountId],
      itemIds: request.itemId === null ? [] : [request.itemId],
    })
  })
}
