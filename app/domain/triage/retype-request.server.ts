import { authorize, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { renewTarget } from '#app/domain/requests/targets.server.ts'

import { decide, type Decided, type Target } from './decide.server.ts'
import { retyped } from './rules.ts'
import type { RetypeInput } from './schemas.ts'

/**
 * Gives a request another type, and with it another lane.
 * @throws forbidden, conflict, invalid (linked and no longer fit for an item)
 */
export async function retypeRequest(
  ctx: Context,
  { type, ...target }: Target & RetypeInput,
): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'retype',
    action: 'retype',
    prepare: async (tx, request) => {
      const outcome = retyped(request, type)
      if ('refused' in outcome) throw invalid(outcome.refused, 'type')
      return {
        set: {
          type,
          state: outcome.state,
          fastLane: request.fastLane && type === 'bug',
          ...(outcome.state !== request.state && (await renewTarget(tx, request))),
        },
        event: { name: 'request.retyped', data: { from: request.type, to: type } },
      }
    },
  })
}
