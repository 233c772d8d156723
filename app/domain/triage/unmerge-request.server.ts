import { authorize, type Context } from '#app/domain/context.ts'
import { renewTarget } from '#app/domain/requests/targets.server.ts'

import { decide, type Decided, type Target } from './decide.server.ts'

/**
 * Parts a duplicate from the request it was merged into: it is in triage again.
 * @throws forbidden, conflict, invalid (no duplicate)
 */
export async function unmergeRequest(ctx: Context, target: Target): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'unmerge',
    action: 'unmerge',
    prepare: async (tx, request) => ({
      set: { state: 'new', duplicateOfId: null, ...(await renewTarget(tx, request)) },
      record: { otherRequestId: request.duplicateOfId },
      event: { name: 'request.unmerged', data: { from: request.duplicateOfId } },
    }),
  })
}
