import { authorize, type Context } from '#app/domain/context.ts'
import { renewTarget } from '#app/domain/requests/targets.server.ts'

import { decide, type Decided, type Target } from './decide.server.ts'

/**
 * Takes a request off its item and back to triage; also off the one that its submitter named.
 * @throws forbidden, conflict, invalid (not linked)
 */
export async function unlinkRequest(ctx: Context, target: Target): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'unlink',
    action: 'unlink',
    prepare: async (tx, request) => ({
      set: {
        itemId: null,
        fastLane: false,
        ...(request.state === 'linked' && { state: 'new', ...(await renewTarget(tx, request)) }),
      },
      record: { itemId: request.itemId },
      event: { name: 'request.unlinked', data: { itemId: request.itemId } },
    }),
  })
}
