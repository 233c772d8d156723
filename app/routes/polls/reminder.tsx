import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'

import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { getPoll } from '#app/domain/polls/get-poll.server.ts'
import { pollReminderMail } from '#app/domain/polls/mails.ts'
import { remindPoll } from '#app/domain/polls/remind-poll.server.ts'
import { addressFor } from '#app/http/address.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

import { sendAll } from './send-all.server.ts'

export const meta: MetaFunction = () => [{ title: 'Reminded · Causeway' }]

export const loader = leadsTo('poll.open', ({ id }) => `/polls/${id}/results`)

/** `/polls/:id/reminder`: reminds whoever has not finished. */
export const action = privateAction('poll.open', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The poll')
  const reminded = await remindPoll(ctx, id)
  const { line, closesOn } = await getPoll(ctx, id)
  const link = addressFor(request, `/polls/${id}`)
  const mailed = await sendAll(reminded, ({ email, name }) =>
    pollReminderMail({ to: email, name, line, closesOn, link }),
  )
  return { id, link, mailed }
})

export default function Reminded() {
  const done = useActionData<typeof action>()
  if (!done) return null
  const { id, link, mailed } = done
  return (
    <EmptyState
      title={
        mailed
          ? `${mailed.taken} of ${mailed.of} reminders are on their way`
          : 'This Causeway sends no mail'
      }
      action={<ButtonLink to={`/polls/${id}/results`}>Back to the poll</ButtonLink>}
    >
      {mailed
        ? 'Whoever has not finished is reminded once a day at most.'
        : `Whoever has not finished sees it under Profile. Hand them the link yourself: ${link}`}
    </EmptyState>
  )
}
