import { inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, DomainError } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { getAnswerable, writeAnswer, type Answerable } from './answerable.server.ts'
import type { ConfirmedMany } from './my-request.ts'
import { canConfirm } from './rules.ts'
import type { ConfirmManyInput } from './schemas.ts'

/**
 * Records that the claim still holds: its age counts from now.
 * @throws not_found, forbidden, conflict when the request no longer counts
 */
export async function confirmClaim(ctx: Context, requestId: number): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await rescore(tx, [await confirmOne(tx, { requestId })])
  })
}

/**
 * Records of many claims that they still hold, in one transaction. One that a rule or a colleague refuses is left as it
 * was and listed with the reason; the others go through.
 */
export async function confirmClaims(
  ctx: Context,
  { requests }: ConfirmManyInput,
): Promise<ConfirmedMany> {
  return inTransaction(ctx, async (tx) => {
    const confirmed: Answerable[] = []
    const refused: ConfirmedMany['refused'] = []
    // In the order of their numbers, so that two people with the same selection wait for each other.
    for (const target of [...requests].sort((a, b) => a.requestId - b.requestId)) {
      try {
        confirmed.push(await inTransaction(tx, (one) => confirmOne(one, target)))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        refused.push({ requestId: target.requestId, why: error.message })
      }
    }
    await rescore(tx, confirmed)
    return { confirmed: confirmed.map(({ id }) => id), refused }
  })
}

/** @param target.version the one that the person saw, where they may have looked long ago */
async function confirmOne(
  ctx: Context,
  { requestId, version }: { requestId: number; version?: number },
): Promise<Answerable> {
  const request = await getAnswerable(ctx, requestId)
  if (!canConfirm(request)) {
    throw conflict(`${requestKey(requestId)} is closed, so there is nothing to confirm.`)
  }
  await writeAnswer(
    ctx,
    { id: requestId, version: version ?? request.version },
    { confirmedAt: ctx.now },
  )
  await recordEvent(ctx, { name: 'request.confirmed', subject: ['request', requestId] })
  return request
}

/** Also without an item: the claim of a declined request goes on ageing. */
function rescore(ctx: Context, confirmed: readonly Answerable[]): Promise<void> {
  return refreshScores(ctx, {
    accountIds: [...new Set(confirmed.map(({ accountId }) => accountId))],
    itemIds: [...new Set(confirmed.flatMap(({ itemId }) => itemId ?? []))],
  })
}
