import type { Context } from '#app/domain/context.ts'
import type { Post } from '#app/domain/post.ts'

import { closeDuePolls } from './close-poll.server.ts'
import { pollReminderMail } from './mails.ts'
import { remindDuePolls } from './remind-poll.server.ts'

/** What polls need of themselves: to be closed after their last day, and reminders before it where mail is sent. */
export async function tendPolls(
  ctx: Pick<Context, 'db' | 'now'>,
  post: Post | null,
): Promise<void> {
  await closeDuePolls(ctx)
  if (post === null) return
  for (const { pollId, line, closesOn, reminded } of await remindDuePolls(ctx)) {
    const link = post.address(`/polls/${pollId}`)
    for (const { email, name } of reminded) {
      await post.send(pollReminderMail({ to: email, name, line, closesOn, link }))
    }
  }
}
