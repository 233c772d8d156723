import { authorize, inTransaction, type Context } from '#app/domain/context.ts'

import { fetchItemToChange, saveItem } from './item-records.server.ts'
import type { Estimate } from './schemas.ts'
import { costText } from './words.ts'

/**
 * Sets the cost of an item: low, likely and high engineer-weeks, a size, or none.
 * @throws forbidden, not_found, conflict
 */
export async function estimateCost(
  ctx: Context,
  { itemId, version, costLow, costLikely, costHigh, costSize }: Estimate,
): Promise<void> {
  authorize(ctx, 'item.edit')
  await inTransaction(ctx, async (tx) => {
    const before = await fetchItemToChange(tx, { itemId, version })
    const cost = {
      costLow: costLow ?? null,
      costLikely: costLikely ?? null,
      costHigh: costHigh ?? null,
      costSize: costSize ?? null,
    }
    await saveItem(tx, before, cost, { name: 'item.estimated', data: { cost: costText(cost) } })
  })
}
