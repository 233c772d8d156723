import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { Section } from '#app/components/ui/page.tsx'

import type { Effect } from '#app/domain/icp/effect.ts'
import type { Size } from '#app/domain/icp/measures.ts'
import { cx } from '#app/lib/class-names.ts'

import { BandsTable } from './bands-table.tsx'
import { EffectCard } from './effect-card.tsx'
import { CriteriaTable, RulesList, type CriterionRow } from './criteria-table.tsx'
import { EvidenceLegend } from './evidence-cells.tsx'
import { EvidenceNote, type Outcomes } from './evidence-note.tsx'

type ProfileViewProps = {
  summary: string
  /** The card above: version, signatures. */
  head: ReactNode
  criteria: readonly CriterionRow[]
  bands: Parameters<typeof BandsTable>[0]['bands']
  all: Size
  currency: string
  accountsHref: string
  outcomes: Outcomes
  kept: Parameters<typeof BandsTable>[0]['kept']
  evidenceHref: string
  /** Whether both teams mean it, above the bands. */
  agreement: ReactNode
  children?: ReactNode
}

/** A version of the profile as anybody in the company reads it. */
export function ProfileView({
  summary,
  head,
  criteria,
  bands,
  all,
  currency,
  accountsHref,
  outcomes,
  kept,
  evidenceHref,
  agreement,
  children,
}: ProfileViewProps) {
  const unknown = criteria.some((criterion) => criterion.unknown.accounts > 0)
  return (
    <>
      {head}
      <p className="max-w-prose pt-4 text-head wrap-anywhere">{summary}</p>
      <div className="grid gap-x-10 xl:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <Section
            title="Criteria"
            aside="100 points, together"
            actions={<EvidenceLegend outcomes={outcomes} />}
          >
            <CriteriaTable criteria={criteria} currency={currency} outcomes={outcomes} />
            <EvidenceNote outcomes={outcomes}>
              <Link to={evidenceHref} className="underline">
                See all the evidence
              </Link>
            </EvidenceNote>
            {unknown ? (
              <p className="max-w-prose pt-2 text-small text-muted">
                Where a fact is missing, the criterion counts neither for nor against the account.
              </p>
            ) : null}
          </Section>
          {criteria.some(({ kind }) => kind !== 'points') ? (
            <Section title="Must-haves and exclusions">
              <RulesList criteria={criteria} />
            </Section>
          ) : null}
        </div>
        <div className="min-w-0">
          {agreement}
          <Section title="Fit bands" aside="and who stayed">
            <BandsTable
              bands={bands}
              all={all}
              kept={kept}
              currency={currency}
              bandHref={(band) => `${accountsHref}?band=${band}`}
            />
            <p className="pt-2 text-small text-muted">
              Accounts and ARR as they are now, without those that have churned; kept by their fit
              90 days after their start. An account that meets nothing counts half in the score, one
              that meets everything in full.
            </p>
          </Section>
          {children}
        </div>
      </div>
    </>
  )
}

/** What a version is, in a card of one line: number and date, then its two signatures. */
export function ProfileHead({
  label,
  title,
  note,
  effect,
  children,
}: {
  label: string
  title: string
  note: ReactNode
  /** What it changed; null when it changed nothing yet. */
  effect: Effect | null
  children: ReactNode
}) {
  return (
    <div
      className={cx(
        'grid rounded-md border max-md:divide-y md:divide-x',
        effect ? 'md:grid-cols-4' : 'md:grid-cols-3',
      )}
    >
      <div className="min-w-0 p-3">
        <p className="text-small text-muted">{label}</p>
        <p className="text-head font-strong">{title}</p>
        <p className="text-small wrap-anywhere text-muted">{note}</p>
      </div>
      {children}
      {effect ? <EffectCard effect={effect} /> : null}
    </div>
  )
}
