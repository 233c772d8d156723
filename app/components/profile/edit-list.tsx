import { TimeText } from '#app/components/date-text.tsx'
import { TeamDot } from '#app/components/team-dot.tsx'
import { Section } from '#app/components/ui/page.tsx'
import type { SigningTeam } from '#db/constants.ts'

import { ChangeLines } from './change-lines.tsx'

type Edit = {
  id: number
  textVersion: number
  by: string
  at: Date
  changes: readonly string[]
  lapsed: readonly { team: SigningTeam; name: string; at: Date; why: string }[]
}

/** What each edit of a proposal changed, newest first, and who had approved the text before it. */
export function EditList({ edits, now }: { edits: readonly Edit[]; now: Date }) {
  if (edits.length === 0) return null
  return (
    <Section title="Edits" aside="an edit makes earlier approvals void">
      <ol className="divide-y">
        {edits.map(({ id, textVersion, by, at, changes, lapsed }) => (
          <li key={id} className="py-2">
            <p>
              <b>{by}</b>{' '}
              <span className="text-small text-muted">
                edited text {textVersion}, <TimeText at={at} now={now} />
              </span>
            </p>
            <ChangeLines
              changes={
                changes.length > 0 ? changes : ['The criteria and the summary stayed as they were']
              }
            />
            {lapsed.map((approval) => (
              <p key={approval.team} className="text-small wrap-anywhere text-muted">
                <TeamDot team={approval.team} /> {approval.name} had approved it{' '}
                <TimeText at={approval.at} now={now} />
                {approval.why ? `: “${approval.why}”` : ''}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  )
}
