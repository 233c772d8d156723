import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { CopyField } from '#app/components/copy-field.tsx'
import { FormFoot } from '#app/components/forms/fields.tsx'
import { OpenPollForm } from '#app/components/polls/open-poll-form.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { getPoll } from '#app/domain/polls/get-poll.server.ts'
import { pollMail } from '#app/domain/polls/mails.ts'
import { listAskable, openPoll } from '#app/domain/polls/open-poll.server.ts'
import { SAMPLE_SIZE } from '#app/domain/polls/sample.ts'
import { openPollSchema, USUAL_DAYS } from '#app/domain/polls/schemas.ts'
import { addressFor } from '#app/http/address.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { addDays } from '#app/lib/dates.ts'

import { sendAll } from './send-all.server.ts'

export const meta: MetaFunction = () => [{ title: 'Open a poll · Causeway' }]

/** `/polls/new?line=`: whom to ask, and until when. */
export const loader = privateLoader('poll.open', async (ctx, { request }) => {
  const slug = new URL(request.url).searchParams.get('line')
  const [lines, askable, today] = await Promise.all([
    listProductLines(ctx),
    listAskable(ctx),
    getToday(ctx),
  ])
  return {
    lines: lines.map(({ id, name }) => ({ id, name })),
    lineId: lines.find((line) => line.slug === slug)?.id,
    closesOn: addDays(today, USUAL_DAYS),
    askable: askable.map(({ id, name, team }) => ({ id, name, team })),
  }
})

export const action = privateAction('poll.open', async (ctx, { request }) =>
  handleForm(await request.formData(), openPollSchema, async (input) => {
    const { pollId, asked } = await openPoll(ctx, input)
    const { line, closesOn, own } = await getPoll(ctx, pollId)
    const link = addressFor(request, `/polls/${pollId}`)
    const mailed = await sendAll(asked, ({ email, name }) =>
      pollMail({ to: email, name, line, closesOn, link, openedBy: ctx.actor.name }),
    )
    return { result: null, opened: { pollId, link, mailed, mayAnswer: own === 'asked' } }
  }),
)

export default function NewPoll() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="[--gutter:24px]">
      <PageHeader title="Do we mean the same customer?" />
      <PageBody width="form">
        {answer && 'opened' in answer ? (
          <Opened {...answer.opened} />
        ) : (
          <>
            <p className="max-w-prose pb-4 text-muted">
              Everybody rates the same {SAMPLE_SIZE} accounts and spreads 100 points over the
              criteria, in about five minutes and without seeing the others’ answers. Never use the
              result as a target: it is easily reached by copying each other.
            </p>
            <OpenPollForm {...data} lastResult={answer?.result} />
          </>
        )}
      </PageBody>
    </div>
  )
}

function Opened({
  pollId,
  link,
  mailed,
  mayAnswer,
}: {
  pollId: number
  link: string
  mailed: { taken: number; of: number } | null
  mayAnswer: boolean
}) {
  return (
    <>
      <Callout tone={mailed && mailed.taken < mailed.of ? 'watch' : 'info'} live className="mb-4">
        {mailed
          ? `The poll is open. ${mailed.taken} of ${mailed.of} invitations are on their way.`
          : 'The poll is open. This Causeway sends no mail: everybody who is asked sees it under Profile, and you can hand them this link.'}
      </Callout>
      <CopyField label="Link to answer" value={link} />
      <FormFoot>
        {mayAnswer ? (
          <ButtonLink variant="primary" to={`/polls/${pollId}`}>
            Answer it yourself
          </ButtonLink>
        ) : null}
        <ButtonLink to={`/polls/${pollId}/results`}>See how many have answered</ButtonLink>
      </FormFoot>
    </>
  )
}
