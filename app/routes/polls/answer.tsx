import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'

import { FormErrors, HiddenFields } from '#app/components/forms/fields.tsx'
import { AccountFacts } from '#app/components/polls/account-facts.tsx'
import { NoAnswers } from '#app/components/polls/no-answers.tsx'
import { PollHeader } from '#app/components/polls/poll-header.tsx'
import { RatingButtons } from '#app/components/polls/rating-buttons.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody } from '#app/components/ui/page.tsx'
import { ProgressBar } from '#app/components/ui/progress-bar.tsx'
import { ratePollAccount } from '#app/domain/polls/answer-poll.server.ts'
import { describeForRating, getOwnProgress } from '#app/domain/polls/answer-sheet.server.ts'
import { getPoll } from '#app/domain/polls/get-poll.server.ts'
import { nextUnanswered } from '#app/domain/polls/sample.ts'
import { ratingSchema } from '#app/domain/polls/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Poll · Causeway' }]

/** The place of an account in the reader's order, from 1; null where the address names none. */
function placeOf(request: Request): number | null {
  const place = Number(new URL(request.url).searchParams.get('n'))
  return Number.isInteger(place) && place > 0 ? place : null
}

/** `/polls/:id?n=7`: one account after another, from where the reader stopped. */
export const loader = privateLoader('read', async (ctx, { request, params }) => {
  const poll = await getPoll(ctx, idParam(params['id'], 'The poll'))
  if (poll.own === null) throw redirect(`/polls/${poll.id}/results`)
  if (poll.closedOn !== null || poll.own === 'finished') return { poll, sheet: null }
  const progress = await getOwnProgress(ctx, poll.id)
  const place = placeOf(request) ?? nextUnanswered(progress, 0)
  const current = place === null ? undefined : progress[place - 1]
  if (place === null || !current) throw redirect(`/polls/${poll.id}/points`)
  return {
    poll,
    sheet: {
      ...{ place, total: progress.length, rating: current.rating },
      answered: progress.filter(({ rating }) => rating !== undefined).length,
      account: await describeForRating(ctx, poll.profileId, current.id),
    },
  }
})

export const action = privateAction('read', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The poll')
  return handleForm(await request.formData(), ratingSchema, async (rating) => {
    await ratePollAccount(ctx, id, rating)
    const next = nextUnanswered(await getOwnProgress(ctx, id), placeOf(request) ?? 0)
    return redirect(next === null ? `/polls/${id}/points` : `/polls/${id}?n=${next}`)
  })
})

export default function AnswerPoll() {
  const { poll, sheet } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="[--gutter:24px]">
      <PollHeader poll={poll} />
      <PageBody width="form">
        <FormErrors errors={refused?.result.error?.[''] ?? undefined} />
        {sheet === null ? (
          <NoAnswers pollId={poll.id} closed={poll.closedOn !== null} />
        ) : (
          <>
            <ProgressBar
              label={`Account ${sheet.place} of ${sheet.total}`}
              done={sheet.answered}
              total={sheet.total}
              unit="answered"
            />
            <AccountFacts {...sheet.account} />
            <Form method="post" action={`/polls/${poll.id}?n=${sheet.place}`} className="pt-4">
              <HiddenFields values={{ accountId: sheet.account.id }} />
              <RatingButtons
                question={`How close is it to the customer ${poll.line} wants?`}
                rating={sheet.rating}
                busy={busy}
              />
            </Form>
            <div className="flex flex-wrap items-center gap-2 pt-4">
              {sheet.place > 1 ? (
                <ButtonLink
                  variant="quiet"
                  to={`/polls/${poll.id}?n=${sheet.place - 1}`}
                  aria-keyshortcuts="B"
                >
                  Back
                </ButtonLink>
              ) : null}
              <p className="text-small text-muted">
                Kept at once; you can go on later and on another device. Nobody sees your answers,
                only the means of both teams once the poll is closed.
              </p>
            </div>
          </>
        )}
      </PageBody>
    </div>
  )
}
