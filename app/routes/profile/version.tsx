import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { AgreementSummary } from '#app/components/polls/agreement-summary.tsx'
import { ClosedCallout } from '#app/components/profile/closed-callout.tsx'
import { ProfileHeader } from '#app/components/profile/profile-header.tsx'
import { ProfileHead, ProfileView } from '#app/components/profile/profile-view.tsx'
import { ProposalChanges } from '#app/components/profile/proposal-changes.tsx'
import { RemovedCallout } from '#app/components/profile/removed-callout.tsx'
import { Signatures } from '#app/components/profile/signatures.tsx'
import { VersionsList } from '#app/components/profile/versions-list.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { PageBody } from '#app/components/ui/page.tsx'
import { countProfileComments } from '#app/domain/comments/list-comments.server.ts'
import { getEvidence } from '#app/domain/icp/get-evidence.server.ts'
import { findProfiles, getProfile, measureProfile } from '#app/domain/icp/get-profile.server.ts'
import { tellVersions } from '#app/domain/icp/tell-versions.server.ts'
import { findLastResults } from '#app/domain/polls/agreement.server.ts'
import { findOpenPoll } from '#app/domain/polls/get-poll.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { formatDay } from '#app/lib/dates.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Profile ${data.profile.number}, ${data.profile.line} · Causeway` : 'Causeway' },
]

/** `/profiles/:id`: one version, which anybody in the company can read. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const [measured, evidence, others, versions, comments, poll, agreement, { baseCurrency }] =
    await Promise.all([
      measureProfile(ctx, profile),
      getEvidence(ctx, profile),
      findProfiles(ctx, profile.productLineId),
      tellVersions(ctx, profile.productLineId),
      countProfileComments(ctx, profile.id),
      findOpenPoll(ctx, profile.productLineId),
      findLastResults(ctx, profile.productLineId),
      getOrganisation(ctx),
    ])
  const { team } = ctx.actor
  const open = profile.state === 'proposed'
  const signed = profile.signatures.some((one) => one.team === team)
  return {
    profile,
    criteria: evidence.criteria.flatMap((criterion, index) => {
      const size = measured.criteria[index]
      const href = `/profiles/${profile.id}/comments?on=${criterion.key}#about`
      const said = { count: comments.get(criterion.key) ?? 0, href }
      return size ? [{ ...criterion, ...size, comments: said }] : []
    }),
    bands: measured.bands,
    all: measured.all,
    outcomes: evidence.outcomes,
    kept: { bands: evidence.bands.map(({ kept }) => kept), all: evidence.all.kept },
    others,
    versions,
    agreement,
    pollToTake: poll?.waits ? poll.id : null,
    currency: baseCurrency,
    now: ctx.now,
    mayPropose: may(ctx.actor, 'profile.propose'),
    mayReject: may(ctx.actor, 'profile.approve'),
    signFor: open && !signed && team !== 'other' && may(ctx.actor, 'profile.approve') ? team : null,
  }
})

export default function ProfileVersion() {
  const data = useLoaderData<typeof loader>()
  const { profile, others, mayPropose, mayReject, signFor, now } = data
  const editing = profile.state === 'proposed'
  const told = data.versions.find(({ id }) => id === profile.id)
  return (
    <div className="[--gutter:24px]">
      <ProfileHeader
        profile={profile}
        actions={
          <>
            <ButtonLink variant="quiet" reloadDocument to={`/profiles/${profile.id}/profile.json`}>
              JSON
            </ButtonLink>
            {data.pollToTake === null ? null : (
              <ButtonLink to={`/polls/${data.pollToTake}`}>Take the poll</ButtonLink>
            )}
            <ButtonLink to={`/profiles/${profile.id}/page`}>The page for everyone</ButtonLink>
            {mayPropose ? <ProposeAction {...data} /> : null}
          </>
        }
      />
      <PageBody className="pt-4">
        <ClosedCallout closing={profile.closing} />
        <RemovedCallout profile={profile} />
        {profile.state === 'current' && others.proposalId !== null ? (
          <Callout
            className="mb-4"
            action={<Link to={`/profiles/${others.proposalId}`}>Read it</Link>}
          >
            A new version is proposed.
          </Callout>
        ) : null}
        <ProfileView
          summary={profile.summary}
          criteria={data.criteria}
          bands={data.bands}
          all={data.all}
          currency={data.currency}
          accountsHref={`/profiles/${profile.id}/accounts`}
          outcomes={data.outcomes}
          kept={data.kept}
          evidenceHref={`/profiles/${profile.id}/evidence`}
          agreement={
            <AgreementSummary last={data.agreement} href={`/profiles/${profile.id}/agreement`} />
          }
          head={
            <>
              <ProfileHead
                label={`Version ${profile.number}`}
                title={
                  profile.effectiveOn
                    ? `since ${formatDay(profile.effectiveOn)}`
                    : `proposed by ${profile.proposedBy}`
                }
                note={profile.reason}
                effect={told?.effect ?? null}
              >
                <Signatures
                  signatures={profile.signatures}
                  now={now}
                  closed={profile.closing !== null}
                  sign={
                    signFor === null
                      ? null
                      : {
                          team: signFor,
                          action: `/profiles/${profile.id}/approval`,
                          version: profile.version,
                        }
                  }
                />
              </ProfileHead>
              {editing && told && told.since !== null ? (
                <ProposalChanges profileId={profile.id} since={told.since} changes={told.changes} />
              ) : null}
            </>
          }
        >
          <VersionsList versions={data.versions} openId={profile.id} now={now} />
        </ProfileView>
        {editing && (mayPropose || mayReject) ? (
          <div className="flex flex-wrap gap-2 border-t pt-4">
            {mayPropose ? (
              <ButtonLink to={`/profiles/${profile.id}/withdrawal?version=${profile.version}`}>
                Withdraw
              </ButtonLink>
            ) : null}
            {mayReject ? (
              <ButtonLink to={`/profiles/${profile.id}/rejection?version=${profile.version}`}>
                Reject
              </ButtonLink>
            ) : null}
          </div>
        ) : null}
      </PageBody>
    </div>
  )
}

function ProposeAction({
  profile,
  others,
  versions,
}: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'profile' | 'others' | 'versions'>) {
  if (profile.state === 'proposed') {
    return <ButtonLink to={`/profiles/${profile.id}/edit`}>Change the proposal</ButtonLink>
  }
  if (others.proposalId !== null) return null
  const next = (versions[0]?.number ?? 0) + 1
  return (
    <ButtonLink variant="primary" to={`/profiles/new?line=${profile.lineSlug}`}>
      Propose version {next}
    </ButtonLink>
  )
}
