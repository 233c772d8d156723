import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { CopyField } from '#app/components/copy-field.tsx'
import { AgreementView } from '#app/components/polls/agreement-view.tsx'
import { PollHeader } from '#app/components/polls/poll-header.tsx'
import { Turnout } from '#app/components/polls/turnout.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody } from '#app/components/ui/page.tsx'
import { getAgreement } from '#app/domain/polls/agreement.server.ts'
import { getPoll } from '#app/domain/polls/get-poll.server.ts'
import { addressFor } from '#app/http/address.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { counted } from '#app/lib/counted.ts'

export const meta: MetaFunction = () => [{ title: 'Results of the poll · Causeway' }]

/** `/polls/:id/results`: how many have finished while it is open, what both teams say once it is closed. */
export const loader = privateLoader('read', async (ctx, { request, params }) => {
  const poll = await getPoll(ctx, idParam(params['id'], 'The poll'))
  return {
    poll,
    link: addressFor(request, `/polls/${poll.id}`),
    mayOpen: may(ctx.actor, 'poll.open'),
    agreement: await getAgreement(ctx, poll),
  }
})

export default function PollResults() {
  const { poll, link, mayOpen, agreement } = useLoaderData<typeof loader>()
  return (
    <div className="[--gutter:24px]">
      <PollHeader
        poll={poll}
        actions={
          poll.closedOn === null && poll.own === 'asked' ? (
            <ButtonLink variant="primary" to={`/polls/${poll.id}`}>
              Take the poll
            </ButtonLink>
          ) : null
        }
      />
      <PageBody className="pt-2">
        {agreement ? (
          <AgreementView {...agreement} />
        ) : (
          <>
            <Turnout people={poll.people} />
            <p className="max-w-prose pt-2 text-muted">
              Nobody sees any answers before the poll is closed, not even who opened it or an admin.
            </p>
            {mayOpen ? (
              <div className="max-w-form space-y-4 pt-4">
                <CopyField label="Link to answer" value={link} />
                <div className="flex flex-wrap gap-2">
                  {poll.waiting > 0 ? (
                    <Form method="post" action={`/polls/${poll.id}/reminder`}>
                      <Button>Remind {counted(poll.waiting, 'person', 'people')}</Button>
                    </Form>
                  ) : null}
                  <ButtonLink to={`/polls/${poll.id}/closing`}>Close it now</ButtonLink>
                </div>
              </div>
            ) : null}
          </>
        )}
      </PageBody>
    </div>
  )
}
