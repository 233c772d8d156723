import { authorize, type Context } from '#app/domain/context.ts'

import { decide, type Decided, type Target } from './decide.server.ts'
import { writeMessage } from './message.server.ts'
import type { WordsInput } from './schemas.ts'

/**
 * Answers a question and closes it.
 * @throws forbidden, conflict, invalid (no question)
 */
export async function answerRequest(
  ctx: Context,
  { words, ...target }: Target & WordsInput,
): Promise<Decided> {
  authorize(ctx, 'request.triage')
  return decide(ctx, target, {
    kind: 'answer',
    action: 'answer',
    prepare: async (tx, { id }) => ({
      // Only what may still be linked names an item.
      set: { state: 'answered', itemId: null },
      record: { words },
      event: { name: 'request.answered' },
      answers: true,
      made: {
        messageId: await writeMessage(tx, { requestId: id, kind: 'answer', body: words }),
      },
    }),
  })
}
