import type { Context } from '#app/domain/context.ts'
import { reportUntaken, type Post } from '#app/domain/post.ts'

import { closeDuePolls } from './close-poll.server.ts'
import { pollReminderMail } from './mails.ts'
import { remindDuePolls } from './remind-poll.server.ts'

/**
 * What polls need of themselves: to be closed after their last day, and reminders before it where mail is sent.
 *
 * @returns how many reminders the mail server did not take, for whoever operates it
 */
export async function tendPolls(ctx: Pick<Context, 'db' | 'now'>, post: Post | null) {
  await closeDuePolls(ctx)
  if (post === null) return undefined
  let failed = 0
  for (const { pollId, line, closesOn, reminded } of await remindDuePolls(ctx)) {
    const link = post.address(`/polls/${pollId}`)
    for (const { email, name } of reminded) {
      const taken = await post.send(pollReminderMail({ to: email, name, line, closesOn, link }))
      if (!taken) failed += 1
    }
  }
  return reportUntaken(failed, 'reminder', 'of polls')
}
