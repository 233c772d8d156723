import type { z } from 'zod'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { getAnswerable, refreshItems, writeAnswer } from './answerable.server.ts'
import { isShipped } from './rules.ts'
import type { outcomeSchema } from './schemas.ts'

/**
 * Records whether what was shipped solves the customer's need; the answer can be changed.
 * @throws not_found, forbidden, conflict when its item is not shipped
 */
export async function reportSolved(
  ctx: Context,
  { requestId, solved }: { requestId: number } & z.output<typeof outcomeSchema>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const request = await getAnswerable(tx, requestId)
    if (!isShipped(request)) {
      throw conflict(`What ${requestKey(requestId)} asks for is not shipped.`)
    }
    await writeAnswer(tx, request, { solved })
    await recordEvent(tx, {
      name: solved ? 'request.solved' : 'request.not_solved',
      subject: ['request', requestId],
    })
    await refreshItems(tx, request.accountId, [request.itemId])
  })
}
