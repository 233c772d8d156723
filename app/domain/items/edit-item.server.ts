import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { checkPlace } from '#app/domain/organisation/check-place.server.ts'
import { fold } from '#app/lib/fold.ts'

import { checkOwner } from './create-item.server.ts'
import { fetchItemToChange, saveItem } from './item-records.server.ts'
import type { ItemEdit } from './schemas.ts'

/**
 * Changes what an item is. A place or an owner that is closed by now may stay; a new one must be open.
 * @throws forbidden, not_found, conflict, invalid (area of another line, owner who cannot own items)
 */
export async function editItem(
  ctx: Context,
  { itemId, version, ...input }: ItemEdit,
): Promise<void> {
  authorize(ctx, 'item.edit')
  await inTransaction(ctx, async (tx) => {
    const before = await fetchItemToChange(tx, { itemId, version })
    const moved = input.productLineId !== before.productLineId || input.areaId !== before.areaId
    if (moved) await checkPlace(tx, input)
    if (input.ownerId !== before.ownerId) await checkOwner(tx, input.ownerId)
    const folded = { titleFold: fold(input.title), bodyFold: fold(input.description) }
    await saveItem(tx, before, { ...input, ...folded }, { name: 'item.edited' })
  })
}
