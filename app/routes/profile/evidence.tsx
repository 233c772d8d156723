import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { EvidenceLegend } from '#app/components/profile/evidence-cells.tsx'
import { EvidenceNote } from '#app/components/profile/evidence-note.tsx'
import {
  EvidenceFigures,
  TestedAttributes,
  TestedCriteria,
} from '#app/components/profile/evidence-tables.tsx'
import { ProfileHeader } from '#app/components/profile/profile-header.tsx'
import { RetentionTable } from '#app/components/profile/retention-table.tsx'
import { SuggestionList } from '#app/components/profile/suggestion-list.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { PageBody, Section } from '#app/components/ui/page.tsx'
import type { EvidenceView } from '#app/domain/icp/evidence-view.ts'
import { getEvidence } from '#app/domain/icp/get-evidence.server.ts'
import { findProfiles, getProfile } from '#app/domain/icp/get-profile.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Evidence for the profile · Causeway' }]

/** `/profiles/:id/evidence`: what our own retention says of a version, and what it would change. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const [evidence, { proposalId }] = await Promise.all([
    getEvidence(ctx, profile),
    findProfiles(ctx, profile.productLineId),
  ])
  const { id, line, lineSlug, number, state } = profile
  return {
    profile: { id, line, lineSlug, number, state },
    mayAdopt: may(ctx.actor, 'profile.propose') && proposalId === null,
    ...evidence,
  }
})

export default function ProfileEvidence() {
  const {
    profile,
    mayAdopt,
    criteria,
    others,
    suggestions,
    outcomes,
    leftOut,
    bands,
    all,
    revenue,
  } = useLoaderData<typeof loader>()
  const contrary = criteria.filter(
    ({ kind, evidenceNow: { verdict, figures } }) =>
      kind === 'points' && verdict === 'established' && figures !== null && figures.logOdds < 0,
  )
  const rows = [
    ...criteria.map(({ label, evidenceNow }) => ({ label, row: evidenceNow })),
    ...others,
  ]
  return (
    <div className="[--gutter:24px]">
      <ProfileHeader profile={profile} />
      <PageBody>
        <Section title="Criteria" actions={<EvidenceLegend outcomes={outcomes} />}>
          <TestedCriteria criteria={criteria} outcomes={outcomes} />
          <EvidenceNote outcomes={outcomes}>{leftOutText(leftOut)}</EvidenceNote>
          <p className="max-w-prose pt-1 text-small text-muted">
            The weight is what the criterion counts in the fit. It was set when this version was
            saved, from its points and the outcomes known then, and stays. “Not testable” means that
            fewer than 5 accounts have it, or are without it, as far as we know.
          </p>
        </Section>
        <Section title="What the outcomes suggest">
          <SuggestionList
            suggestions={suggestions}
            contrary={contrary}
            lineSlug={profile.lineSlug}
            mayAdopt={mayAdopt}
          />
        </Section>
        <Section title="Retention by fit">
          <RetentionTable bands={bands} all={all} revenue={revenue} />
          <p className="max-w-prose pt-2 text-small text-muted">
            All accounts that were decided about, by the fit that they had 90 days after their
            start: the fit of today knows how it ended. Below each figure is its 95 % interval.
          </p>
        </Section>
        <Section
          title="Every other attribute"
          aside={
            revenue
              ? 'the surest first'
              : 'the surest first; what names an amount is counted and not shown'
          }
        >
          <TestedAttributes others={others} outcomes={outcomes} />
        </Section>
        <Disclosure summary="The figures behind it" className="pt-5">
          <EvidenceFigures rows={rows} />
          <p className="max-w-prose pt-2 text-small text-muted">
            From credit scoring one knows the information value: under 0.02 is useless, over 0.5
            suspicious. With few accounts it is inflated: trust the interval.
          </p>
        </Disclosure>
      </PageBody>
    </div>
  )
}

/** Why accounts with a decision are not among the outcomes. */
function leftOutText({
  unrecorded,
  between,
  notRenewed,
  unknownAmount,
}: EvidenceView['leftOut']): string | null {
  const parts = [
    [unrecorded, 'were not on record 90 days after their start'],
    [between, 'pay between 90 and 100 % of what they paid'],
    [notRenewed, 'pay as much or more, but have not renewed yet'],
    [unknownAmount, 'have amounts that nobody knows'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, why]) => `${count} ${why}`)
  return said.length === 0 ? null : `Left out: ${said.join('; ')}.`
}
