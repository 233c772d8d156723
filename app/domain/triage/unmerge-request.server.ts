import { authorize, type Context } from '#app/domain/context.ts'

import { decide, type Decided, type Target } from './decide.server.ts'

/**
 * Parts a duplicate from the request it was merged into: it is in triage again.
 * @throws forbidden, conflict, invalid (no duplicate)
 */
export function unmergeRequest(ctx: Context, target: Target): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'unmerge',
    action: 'unmerge',
    prepare: (_tx, { duplicateOfId }) => ({
      set: { state: 'new', duplicateOfId: null },
      record: { otherRequestId: duplicateOfId },
      event: { name: 'request.unmerged', data: { from: duplicateOfId } },
    }),
  })
}
