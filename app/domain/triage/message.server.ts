import type { Context } from '#app/domain/context.ts'
import type { MessageKind } from '#db/constants.ts'
import { requestMessages } from '#db/schema/requests.ts'

/** Writes a message on a request and returns its number. */
export async function writeMessage(
  ctx: Context,
  message: { requestId: number; kind: MessageKind; body: string },
): Promise<number> {
  const [row] = await ctx.db
    .insert(requestMessages)
    .values({ ...message, authorId: ctx.actor.id, createdAt: ctx.now })
    .returning({ id: requestMessages.id })
  if (!row) throw new Error('The message was not written')
  return row.id
}
