import { authorize, type Context } from '#app/domain/context.ts'
import { insertItem } from '#app/domain/items/create-item.server.ts'

import { decide, type Decided, type Target } from './decide.server.ts'
import type { NewItemOfRequestInput } from './schemas.ts'

/**
 * Makes a new item of a request and links it.
 * @throws forbidden, conflict, invalid (a question, a change not accepted yet, area of another line)
 */
export async function linkToNewItem(
  ctx: Context,
  { requestId, version, ...item }: Target & NewItemOfRequestInput,
): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(
    ctx,
    { requestId, version },
    {
      kind: 'new_item',
      action: 'new_item',
      prepare: async (tx) => {
        const itemId = await insertItem(tx, item)
        return {
          set: { state: 'linked', itemId },
          record: { itemId },
          event: { name: 'request.became_item', data: { itemId, title: item.title } },
          answers: true,
          made: { itemId },
        }
      },
    },
  )
}
