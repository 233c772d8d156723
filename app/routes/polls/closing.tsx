import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'

import { FormFoot } from '#app/components/forms/fields.tsx'
import { NoAnswers } from '#app/components/polls/no-answers.tsx'
import { PollHeader } from '#app/components/polls/poll-header.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody } from '#app/components/ui/page.tsx'
import { closePoll } from '#app/domain/polls/close-poll.server.ts'
import { getPoll } from '#app/domain/polls/get-poll.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { counted } from '#app/lib/counted.ts'

export const meta: MetaFunction = () => [{ title: 'Close the poll · Causeway' }]

/** `/polls/:id/closing`: what is lost when the poll closes before its day. */
export const loader = privateLoader('poll.open', async (ctx, { params }) => ({
  poll: await getPoll(ctx, idParam(params['id'], 'The poll')),
}))

export const action = privateAction('poll.open', async (ctx, { params }) => {
  const id = idParam(params['id'], 'The poll')
  await closePoll(ctx, id)
  return redirect(`/polls/${id}/results`)
})

export default function ClosePoll() {
  const { poll } = useLoaderData<typeof loader>()
  return (
    <div className="[--gutter:24px]">
      <PollHeader poll={poll} />
      <PageBody width="form">
        {poll.closedOn === null ? (
          <Form method="post">
            <p className="max-w-prose">
              {poll.waiting === 0
                ? 'Everybody has finished.'
                : `${counted(poll.waiting, 'person has', 'people have')} not finished; their answers would be left out.`}{' '}
              Once it is closed nobody can answer any more, and everybody sees the results.
            </p>
            <FormFoot>
              <Button variant={poll.waiting === 0 ? 'primary' : 'danger'}>Close the poll</Button>
              <ButtonLink variant="quiet" to={`/polls/${poll.id}/results`}>
                Leave it open
              </ButtonLink>
            </FormFoot>
          </Form>
        ) : (
          <NoAnswers pollId={poll.id} closed />
        )}
      </PageBody>
    </div>
  )
}
