import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { itemDecisions } from '#db/schema/items.ts'

import { fetchItemToChange, saveItem } from './item-records.server.ts'
import type { StatusChange } from './schemas.ts'
import { standsAt, STEP_LABELS, stepOf } from './words.ts'

/**
 * Moves an item on, or back, and keeps why. What its requests still claim follows from where it stands.
 * @throws forbidden, not_found, conflict, invalid (it stands there already)
 */
export async function changeStatus(
  ctx: Context,
  { itemId, version, to, reason }: StatusChange,
): Promise<void> {
  authorize(ctx, 'item.edit')
  await inTransaction(ctx, async (tx) => {
    const before = await fetchItemToChange(tx, { itemId, version })
    const from = stepOf(before)
    if (from === to) throw invalid(`It is there already: ${STEP_LABELS[to]}.`, 'to')
    const { status, horizon } = standsAt(to)
    await tx.db.insert(itemDecisions).values({
      itemId,
      fromStatus: before.status,
      toStatus: status,
      toHorizon: horizon,
      reason,
      decidedBy: tx.actor.id,
      decidedAt: tx.now,
    })
    const statusSince = status === before.status ? before.statusSince : tx.now
    await saveItem(
      tx,
      before,
      { status, horizon, statusSince },
      { name: 'item.status_changed', data: { from, to, reason } },
    )
  })
}
