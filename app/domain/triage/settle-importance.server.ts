import { authorize, type Context } from '#app/domain/context.ts'
import { retarget } from '#app/domain/requests/targets.server.ts'

import { decide, type Decided, type Target } from './decide.server.ts'
import type { SettleInput } from './schemas.ts'

/**
 * Settles a request's importance, by a manager of either team: it counts from now on, and the answer is due by it.
 * @throws forbidden, conflict, invalid (a duplicate)
 */
export async function settleImportance(
  ctx: Context,
  { importance, reason, ...target }: Target & SettleInput,
): Promise<Decided> {
  authorize(ctx, 'importance.settle')
  return decide(ctx, target, {
    kind: 'settle',
    action: 'settle',
    prepare: async (tx, request) => ({
      set: {
        settledImportance: importance,
        settledReason: reason,
        settledBy: tx.actor.id,
        ...(await retarget(tx, { ...request, settledImportance: importance })),
      },
      record: { words: reason },
      event: {
        name: 'request.importance_settled',
        data: { from: request.settledImportance ?? request.importance, to: importance },
      },
    }),
  })
}
