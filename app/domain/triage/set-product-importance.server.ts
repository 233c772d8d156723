import { authorize, type Context } from '#app/domain/context.ts'

import { decide, type Decided, type Target } from './decide.server.ts'
import type { ImportanceInput } from './schemas.ts'

/**
 * States Product's own view of the importance beside the CSM's, or takes it back. The CSM's goes on counting.
 * @throws forbidden, conflict, invalid (a duplicate)
 */
export async function setProductImportance(
  ctx: Context,
  { importance, ...target }: Target & ImportanceInput,
): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'importance',
    action: 'importance',
    prepare: (tx, request) => ({
      set: {
        productImportance: importance ?? null,
        productImportanceBy: importance ? tx.actor.id : null,
      },
      event: {
        name: 'request.product_importance_set',
        data: { from: request.productImportance, to: importance ?? null },
      },
    }),
  })
}
