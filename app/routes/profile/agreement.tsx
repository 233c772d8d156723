import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { AgreementView } from '#app/components/polls/agreement-view.tsx'
import { OpenPollCallout } from '#app/components/polls/open-poll-callout.tsx'
import { ProfileHeader } from '#app/components/profile/profile-header.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { getAgreement } from '#app/domain/polls/agreement.server.ts'
import { findOpenPoll, listClosedPolls } from '#app/domain/polls/get-poll.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { formatDay } from '#app/lib/dates.ts'

export const meta: MetaFunction = () => [{ title: 'Agreement of both teams · Causeway' }]

/** `/profiles/:id/agreement`: whether both teams mean the same customer, by the last poll of the line. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const [open, closed] = await Promise.all([
    findOpenPoll(ctx, profile.productLineId),
    listClosedPolls(ctx, profile.productLineId),
  ])
  const last = closed.at(-1) ?? null
  const { id, line, lineSlug, number, state } = profile
  return {
    profile: { id, line, lineSlug, number, state },
    open,
    last,
    earlier: closed.slice(0, -1).reverse(),
    agreement: last && (await getAgreement(ctx, last)),
    mayOpen: may(ctx.actor, 'poll.open'),
  }
})

export default function AgreementOfTeams() {
  const { profile, open, last, earlier, agreement, mayOpen } = useLoaderData<typeof loader>()
  const openHref = `/polls/new?line=${profile.lineSlug}`
  return (
    <div className="[--gutter:24px]">
      <ProfileHeader
        profile={profile}
        actions={
          mayOpen && open === null ? <ButtonLink to={openHref}>Open a poll</ButtonLink> : null
        }
      />
      <PageBody className="pt-4">
        <OpenPollCallout poll={open} />
        {last && agreement ? (
          <>
            <h2 className="pb-2">
              Do both teams mean the same customer?{' '}
              <span className="text-small font-regular text-muted">
                poll {last.number}, closed {formatDay(last.closedOn)}
              </span>
            </h2>
            <AgreementView {...agreement} />
            {earlier.length > 0 ? (
              <Section title="Earlier polls">
                <ul className="flex flex-wrap gap-x-6 gap-y-1">
                  {earlier.map(({ id, number, closedOn }) => (
                    <li key={id}>
                      <Link to={`/polls/${id}/results`} className="underline">
                        Poll {number}
                      </Link>{' '}
                      <span className="text-muted">closed {formatDay(closedOn)}</span>
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
          </>
        ) : open === null ? (
          <EmptyState
            title="Nobody has been asked yet"
            action={mayOpen ? <ButtonLink to={openHref}>Open a poll</ButtonLink> : null}
          >
            A poll asks both teams, blind, how ideal the same accounts are and what makes a customer
            ideal. It takes each person about five minutes and shows where the teams part.
          </EmptyState>
        ) : null}
      </PageBody>
    </div>
  )
}
