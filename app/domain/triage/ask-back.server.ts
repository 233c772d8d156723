import { authorize, type Context } from '#app/domain/context.ts'

import { decide, type Decided, type Target } from './decide.server.ts'
import { writeMessage } from './message.server.ts'
import type { WordsInput } from './schemas.ts'

/**
 * Asks the CSM back. The request leaves the inbox and comes again with the reply.
 * @throws forbidden, conflict, invalid (asked already)
 */
export async function askBack(
  ctx: Context,
  { words, ...target }: Target & WordsInput,
): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'ask_back',
    action: 'ask_back',
    prepare: async (tx, { id }) => ({
      set: { state: 'waiting' },
      record: { words },
      event: { name: 'request.asked_back' },
      answers: true,
      made: {
        messageId: await writeMessage(tx, { requestId: id, kind: 'question', body: words }),
      },
    }),
  })
}
