import { TeamDot } from '#app/components/team-dot.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { Sheet, SheetFact, SheetFacts, SheetSection } from '#app/components/ui/sheet.tsx'
import { VERDICT_WORDS, type Verdict } from '#app/domain/icp/alignment-words.ts'
import type { Example } from '#app/domain/icp/examples.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'
import { SIGNING_TEAMS, type ProfileState, type SigningTeam } from '#db/constants.ts'

import { ChangeLines } from './change-lines.tsx'
import { Examples, Rules } from './sheet-lists.tsx'
import { ShareTable, type SheetCriterion } from './share-table.tsx'

type SheetPage = {
  organisation: string
  line: string
  number: number
  state: ProfileState
  summary: string
  reason: string
  effectiveOn: IsoDate | null
  proposedBy: string
  signatures: readonly { team: SigningTeam; name: string; on: IsoDate }[]
  criteria: readonly SheetCriterion[]
  /** How many accounts with an outcome were kept. */
  outcomes: { kept: number; of: number }
  /** How far both teams agreed when they were last asked. */
  agreement: { score: number | null; verdict: Verdict } | null
  examples: { ideal: readonly Example[]; not: Example | null }
  /** Null for a first version. */
  changed: { since: number; texts: readonly string[] } | null
}

const NOT_IN_FORCE: Readonly<Partial<Record<ProfileState, string>>> = {
  draft: 'This is a draft. It is not in force.',
  proposed: 'This is a proposal. It is not in force until a manager of each team approves it.',
  superseded: 'A later version has replaced this one.',
  withdrawn: 'This proposal was withdrawn. It never took effect.',
  rejected: 'This proposal was rejected. It never took effect.',
}

/** A version of the profile as a document: who is ideal, who is not, why, with examples and signatures. */
export function ProfileSheet({ page }: { page: SheetPage }) {
  const { criteria, examples, changed, outcomes } = page
  const notice = NOT_IN_FORCE[page.state]
  return (
    <Sheet
      origin={
        <>
          {page.organisation}, {page.line}. Ideal customer profile, version {page.number}. For the
          whole company.
        </>
      }
      title="Who our ideal customer is"
      lead={page.summary}
    >
      {notice ? <Callout className="mt-4">{notice}</Callout> : null}
      <SheetFacts>
        <SheetFact label={page.effectiveOn ? 'In force since' : 'Proposed by'}>
          {page.effectiveOn ? formatDay(page.effectiveOn) : page.proposedBy}
        </SheetFact>
        {SIGNING_TEAMS.map((team) => (
          <SheetFact key={team} label={<TeamDot team={team} />}>
            <Signature signature={page.signatures.find((one) => one.team === team)} />
          </SheetFact>
        ))}
        {page.agreement ? (
          <SheetFact label="Do both teams mean the same customer?">
            {agreementText(page.agreement)}
          </SheetFact>
        ) : null}
      </SheetFacts>
      <SheetSection title="Who is ideal">
        <ShareTable criteria={criteria.filter(({ kind }) => kind === 'points')} />
        <p className="max-w-[66ch] pt-2 text-small text-muted">
          {outcomes.of > 0
            ? `Our own retention: ${outcomes.kept} of ${outcomes.of} accounts with an outcome were kept. “Established” needs a false-alarm risk of at most 10 %, counted over every attribute we looked at.`
            : 'No account has an outcome yet that our own retention could say anything from.'}
        </p>
      </SheetSection>
      <SheetSection title="Who is not">
        <Rules criteria={criteria.filter(({ kind }) => kind !== 'points')} />
      </SheetSection>
      <SheetSection title="Examples">
        <Examples {...examples} />
      </SheetSection>
      <div className="mt-2 grid break-inside-avoid gap-x-8 md:grid-cols-2">
        <SheetSection
          title={changed ? `What changed since version ${changed.since}` : 'What changed'}
        >
          {changed === null ? (
            <p className="text-muted">This is the first version.</p>
          ) : changed.texts.length === 0 ? (
            <p className="text-muted">Who is ideal stayed the same.</p>
          ) : (
            <ChangeLines changes={changed.texts} />
          )}
        </SheetSection>
        <SheetSection title="Why this version">
          <p className="wrap-anywhere">{page.reason}</p>
          <p className="pt-2 text-muted">
            Proposed by {page.proposedBy}. What both teams approved does not change; a change makes
            a new version.
          </p>
        </SheetSection>
      </div>
    </Sheet>
  )
}

function agreementText({ score, verdict }: NonNullable<SheetPage['agreement']>): string {
  const word = VERDICT_WORDS[verdict]
  return verdict === 'few' || score === null ? word : `${word}, ${Math.round(score)} of 100`
}

function Signature({ signature }: { signature: SheetPage['signatures'][number] | undefined }) {
  if (!signature) return <span className="font-regular text-muted">not approved</span>
  return (
    <>
      {signature.name}
      <span className="block text-small font-regular text-muted">
        approved {formatDay(signature.on)}
      </span>
    </>
  )
}
