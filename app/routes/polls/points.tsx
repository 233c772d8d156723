import { redirect, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { Saved } from '#app/components/forms/fields.tsx'
import { NoAnswers } from '#app/components/polls/no-answers.tsx'
import { PointsForm } from '#app/components/polls/points-form.tsx'
import { PollHeader } from '#app/components/polls/poll-header.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { PageBody } from '#app/components/ui/page.tsx'
import { finishPoll, savePollPoints } from '#app/domain/polls/answer-poll.server.ts'
import { getOwnPoints, getOwnProgress } from '#app/domain/polls/answer-sheet.server.ts'
import { getPoll } from '#app/domain/polls/get-poll.server.ts'
import { pointsDraftSchema, pointsSchema } from '#app/domain/polls/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { counted } from '#app/lib/counted.ts'
import { largestRemainder } from '#app/lib/numbers.ts'

export const meta: MetaFunction = () => [{ title: 'Points · Causeway' }]

/** `/polls/:id/points?split=even`: the second half, 100 points over the criteria. */
export const loader = privateLoader('read', async (ctx, { request, params }) => {
  const poll = await getPoll(ctx, idParam(params['id'], 'The poll'))
  if (poll.own === null) throw redirect(`/polls/${poll.id}/results`)
  if (poll.closedOn !== null || poll.own === 'finished') return { poll, sheet: null }
  const [criteria, progress] = await Promise.all([
    getOwnPoints(ctx, poll.id, poll.profileId),
    getOwnProgress(ctx, poll.id),
  ])
  const even = new URL(request.url).searchParams.get('split') === 'even'
  const split = largestRemainder(criteria.map(() => 100 / criteria.length))
  return {
    poll,
    sheet: {
      even,
      criteria: even ? criteria.map((one, i) => ({ ...one, points: split[i] ?? 0 })) : criteria,
      missing: progress.filter(({ rating }) => rating === undefined).length,
    },
  }
})

export const action = privateAction('read', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The poll')
  const body = await request.formData()
  if (body.get('intent') === 'save') {
    return handleForm(body, pointsDraftSchema, async (draft) => {
      await savePollPoints(ctx, id, draft)
      return { result: null, saved: true }
    })
  }
  return handleForm(body, pointsSchema, async (answer) => {
    await finishPoll(ctx, id, answer)
    return redirect(`/polls/${id}`)
  })
})

export default function SpreadPoints() {
  const { poll, sheet } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="[--gutter:24px]">
      <PollHeader poll={poll} />
      <PageBody width="form">
        {sheet === null ? (
          <NoAnswers pollId={poll.id} closed={poll.closedOn !== null} />
        ) : (
          <>
            {sheet.missing > 0 ? (
              <Callout
                tone="watch"
                className="mb-4"
                action={<Link to={`/polls/${poll.id}`}>Rate them</Link>}
              >
                {counted(sheet.missing, 'account is', 'accounts are')} not rated yet.
              </Callout>
            ) : null}
            <h2 className="pb-1">What makes a customer ideal?</h2>
            <p className="max-w-prose pb-3 text-muted">
              Spread 100 points over what {poll.line} looks for. The more points, the more it
              matters to you.
            </p>
            <PointsForm
              key={String(sheet.even)}
              criteria={sheet.criteria}
              lastResult={answer?.result}
              backHref={`/polls/${poll.id}?n=1`}
            />
            <Saved when={answer !== undefined && 'saved' in answer} />
          </>
        )}
      </PageBody>
    </div>
  )
}
