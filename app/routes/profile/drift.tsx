import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { FitDistribution, MovedAccounts } from '#app/components/profile/drift/fit-shift.tsx'
import { NotesList } from '#app/components/profile/drift/notes-list.tsx'
import { SigningsChart } from '#app/components/profile/drift/signings-chart.tsx'
import { VerdictList } from '#app/components/profile/drift/verdict-list.tsx'
import { WeightMoves } from '#app/components/profile/drift/weight-moves.tsx'
import { ProfileHeader } from '#app/components/profile/profile-header.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import { listNotes } from '#app/domain/icp/drift/list-notes.server.ts'
import { readDrift } from '#app/domain/icp/drift/read-drift.server.ts'
import type { Verdict } from '#app/domain/icp/drift/verdicts.ts'
import { findProfiles, getProfile } from '#app/domain/icp/get-profile.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { formatDay } from '#app/lib/dates.ts'

export const meta: MetaFunction = () => [{ title: 'Drift of the profile · Causeway' }]

/** `/profiles/:id/drift`: how far the accounts, the new contracts and the outcomes have moved from a version in force. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const { id, line, lineSlug, number, state } = profile
  const [drift, notes, { currentId, proposalId }] = await Promise.all([
    state === 'current' ? readDrift(ctx, profile) : null,
    listNotes(ctx, profile.productLineId),
    findProfiles(ctx, profile.productLineId),
  ])
  return {
    profile: { id, line, lineSlug, number, state },
    drift,
    notes,
    currentId,
    mayPropose: may(ctx.actor, 'profile.propose') && proposalId === null,
  }
})

export default function ProfileDrift() {
  const { profile, drift, notes, currentId } = useLoaderData<typeof loader>()
  return (
    <div className="[--gutter:24px]">
      <ProfileHeader profile={profile} />
      <PageBody>
        {drift ? (
          <DriftSections />
        ) : (
          <EmptyState
            title="Only the version in force is watched"
            action={
              currentId === null ? null : (
                <Link to={`/profiles/${currentId}/drift`} className="underline">
                  Drift of the version in force
                </Link>
              )
            }
          />
        )}
        <Section title="Notes" aside="to the leads of both teams, once a month">
          {notes.length === 0 ? (
            <p className="max-w-prose text-muted">
              The first note is written when a month begins with this profile in force.
            </p>
          ) : (
            <NotesList notes={notes} />
          )}
        </Section>
      </PageBody>
    </div>
  )
}

function DriftSections() {
  const { profile, drift, mayPropose } = useLoaderData<typeof loader>()
  if (drift === null) return null
  const { verdicts, shift, since, signings, weights, history, currency } = drift
  const links = (about: Verdict['about']) => {
    switch (about) {
      case 'fit':
        return (
          <a href="#moved" className="text-accent underline">
            Accounts that moved
          </a>
        )
      case 'signings':
        return <To to={`/profiles/${profile.id}/accounts?band=poor`}>Accounts with a poor fit</To>
      case 'evidence':
        return <To to={`/profiles/${profile.id}/evidence`}>Evidence</To>
    }
  }
  return (
    <>
      <Section
        title="What has moved"
        aside={since === null ? undefined : `since ${formatDay(since)}`}
        actions={
          mayPropose ? (
            <To to={`/profiles/new?line=${profile.lineSlug}`}>Propose a version</To>
          ) : null
        }
      >
        <VerdictList verdicts={verdicts} linksOf={links} />
      </Section>
      {shift && since ? (
        <Section title="Fit of the accounts" aside="against this version">
          <FitDistribution shift={shift} since={since} currency={currency} />
        </Section>
      ) : null}
      <Section title="New contracts" aside="the last 12 months">
        <SigningsChart signings={signings} currency={currency} />
      </Section>
      <Section title="Evidence" aside="weights in log odds, grey as signed">
        <WeightMoves weights={weights} history={history} />
      </Section>
      {shift ? (
        <section id="moved">
          <Section title="Accounts that moved" aside="to another band, came or left">
            <MovedAccounts moved={shift.moved} />
          </Section>
        </section>
      ) : null}
    </>
  )
}

function To({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="text-accent underline">
      {children}
    </Link>
  )
}
