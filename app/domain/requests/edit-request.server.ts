import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { recordChanges } from '#app/domain/history.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { getAnswerable, refreshItems, writeAnswer } from './answerable.server.ts'
import { editRefusal } from './rules.ts'
import type { EditInput } from './schemas.ts'
import { getStake, writeStake } from './stake.server.ts'
import { resolveSubmission } from './submission.server.ts'
import { retarget } from './targets.server.ts'

const NOT_SAVED = 'Your changes were not saved; what you wrote is still here.'

/**
 * Corrects a request that triage has not decided yet, and keeps what it said before as history.
 * @throws not_found, forbidden, conflict once triage has taken it up, invalid as in `submitRequest`
 */
export async function editRequest(
  ctx: Context,
  { requestId, ...input }: EditInput & { requestId: number },
): Promise<void> {
  authorize(ctx, 'request.submit')
  await inTransaction(ctx, async (tx) => {
    const request = await getAnswerable(tx, requestId)
    const closed = editRefusal(request)
    if (closed) throw conflict(`${closed} ${NOT_SAVED}`)
    if (request.version !== input.version) {
      throw conflict(`${requestKey(requestId)} was changed since you opened it. ${NOT_SAVED}`)
    }
    const stakeBefore = await getStake(tx, requestId)
    const { columns, stake } = await resolveSubmission(
      tx,
      { ...input, accountId: request.accountId },
      request,
    )
    const before = Object.fromEntries(
      Object.keys(columns).map((column) => [column, request[column as keyof typeof columns]]),
    )
    await writeAnswer(tx, request, {
      ...columns,
      ...(await retarget(tx, { ...request, importance: columns.importance })),
    })
    await writeStake(tx, requestId, stake)
    const changed = await recordChanges(
      tx,
      { type: 'request', id: requestId, version: request.version + 1 },
      withoutFolds({ ...before, ...stakeBefore }),
      withoutFolds({ ...columns, ...stake }),
    )
    await recordEvent(tx, {
      name: 'request.edited',
      subject: ['request', requestId],
      data: { fields: changed.map(({ field }) => field) },
    })
    await refreshItems(tx, request.accountId, [request.itemId, columns.itemId])
  })
}

/** The folded copies say nothing that the texts do not. */
function withoutFolds(fields: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.endsWith('Fold')))
}
