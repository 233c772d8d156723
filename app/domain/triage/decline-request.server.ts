import { authorize, type Context } from '#app/domain/context.ts'

import { decide, type Decided, type Decision, type Target } from './decide.server.ts'
import type { DeclineInput } from './schemas.ts'

/** What a "no" says: why, in which words, and when to look again. */
export type No = Omit<DeclineInput, 'version'>

/**
 * Declines a request. Its claim goes on counting until the CSM records that the customer accepts the no.
 * @throws forbidden, conflict, invalid (decided already)
 */
export async function declineRequest(ctx: Context, input: Target & DeclineInput): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, input, declining(input))
}

/** The decision, for one request or many. */
export function declining({ reason, words, condition, revisitOn }: No): Decision {
  return {
    kind: 'decline',
    action: 'decline',
    prepare: () => ({
      set: { state: 'declined', itemId: null, revisitOn: revisitOn ?? null },
      record: { reasonCode: reason, words, revisitCondition: condition },
      event: { name: 'request.declined', data: { reason } },
      answers: true,
    }),
  }
}
