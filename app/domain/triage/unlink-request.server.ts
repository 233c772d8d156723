import { authorize, type Context } from '#app/domain/context.ts'

import { decide, type Decided, type Target } from './decide.server.ts'

/**
 * Takes a request off its item and back to triage; also off the one that its submitter named.
 * @throws forbidden, conflict, invalid (not linked)
 */
export function unlinkRequest(ctx: Context, target: Target): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'unlink',
    action: 'unlink',
    prepare: (_tx, { state, itemId }) => ({
      set: { itemId: null, fastLane: false, state: state === 'linked' ? 'new' : state },
      record: { itemId },
      event: { name: 'request.unlinked', data: { itemId } },
    }),
  })
}
