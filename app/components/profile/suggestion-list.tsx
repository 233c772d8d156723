import { Link } from '@remix-run/react'

import type { EvidenceView } from '#app/domain/icp/evidence-view.ts'
import { suggestionHref } from '#app/domain/icp/suggestion-address.ts'

type SuggestionListProps = {
  suggestions: EvidenceView['suggestions']
  /** Criteria that our retention speaks against. */
  contrary: readonly { id: number; label: string }[]
  lineSlug: string
  /** Whether the reader may propose, and no proposal is open. */
  mayAdopt: boolean
}

/** What the outcomes would add to the profile or take out of it. Only a new version does it. */
export function SuggestionList({ suggestions, contrary, lineSlug, mayAdopt }: SuggestionListProps) {
  if (suggestions.length + contrary.length === 0) {
    return (
      <p className="max-w-prose text-muted">
        Nothing to suggest: no difference beside the criteria is established.
      </p>
    )
  }
  return (
    <ul className="border-t border-line-strong">
      {suggestions.map(({ criterion, row }) => (
        <li key={criterion.label} className="flex flex-wrap items-baseline gap-x-3 border-b py-1.5">
          <span className="min-w-0 flex-1">
            Add “{criterion.label}” for {criterion.points}{' '}
            {criterion.points === 1 ? 'point' : 'points'}{' '}
            <span className="text-small text-muted">
              {row.with.kept} of {row.with.of} kept, {row.without.kept} of {row.without.of} of the
              others; {row.note}
            </span>
          </span>
          {mayAdopt ? (
            <Link to={suggestionHref(lineSlug, criterion)} className="underline">
              Propose
            </Link>
          ) : null}
        </li>
      ))}
      {contrary.map(({ id, label }) => (
        <li key={id} className="border-b py-1.5">
          Take out “{label}”{' '}
          <span className="text-small text-muted">accounts that meet it are kept less often</span>
        </li>
      ))}
    </ul>
  )
}
