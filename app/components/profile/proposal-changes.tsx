import { Link } from '@remix-run/react'

import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Section } from '#app/components/ui/page.tsx'

import { ChangeLines } from './change-lines.tsx'

/** As many are read at a glance; the rest is folded. */
const SHOWN = 4

/** What a proposal says otherwise than the version in force, and where to read more. */
export function ProposalChanges({
  profileId,
  since,
  changes,
}: {
  profileId: number
  /** Number of the version in force. */
  since: number
  changes: readonly string[]
}) {
  const [shown, folded] =
    changes.length > SHOWN + 1 ? [changes.slice(0, SHOWN), changes.slice(SHOWN)] : [changes, []]
  return (
    <Section
      title={`What differs from version ${since}`}
      className="max-w-prose"
      actions={
        <>
          <Link to={`/profiles/${profileId}/compare`} className="underline">
            Comparison
          </Link>
          <Link to={`/profiles/${profileId}/preview`} className="underline">
            Effect
          </Link>
        </>
      }
    >
      {changes.length === 0 ? (
        <p className="text-muted">Nothing: the summary and the criteria are the same.</p>
      ) : (
        <ChangeLines changes={shown} />
      )}
      {folded.length > 0 ? (
        <Disclosure summary={`${folded.length} more`}>
          <ChangeLines changes={folded} />
        </Disclosure>
      ) : null}
    </Section>
  )
}
