import { authorize, type Context } from '#app/domain/context.ts'
import { renewTarget } from '#app/domain/requests/targets.server.ts'

import { decide, type Decided, type Target } from './decide.server.ts'

/**
 * Takes up an answered or declined request again, for one when the condition to look again is there.
 * @throws forbidden, conflict, invalid (neither answered nor declined)
 */
export async function reopenRequest(ctx: Context, target: Target): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'reopen',
    action: 'reopen',
    prepare: async (tx, request) => ({
      set: {
        state: 'new',
        noAcceptedAt: null,
        revisitOn: null,
        ...(await renewTarget(tx, request)),
      },
      event: { name: 'request.reopened' },
    }),
  })
}
