import { cx } from '#app/lib/class-names.ts'
import { VERDICT_WORDS, type Verdict } from '#app/domain/icp/alignment-words.ts'
import type { PollResults } from '#app/domain/polls/results.ts'

const INKS: Record<Verdict, string> = {
  few: 'text-watch',
  unclear: 'text-watch',
  aligned: 'text-good',
  tentative: 'text-watch',
  apart: 'text-risk',
}

/** The two figures of a poll: the points in common, and how far both teams call the same accounts ideal. */
export function AgreementFigures({ results }: { results: PollResults }) {
  const { said, people, accounts } = results
  if (said === null) {
    return (
      <p className="text-watch">
        Too few people: at least two of each team must have finished. {people.cs.finished} of
        Customer Success and {people.product.finished} of Product have.
      </p>
    )
  }
  const { alignment, points } = said
  return (
    <dl className="grid max-w-[560px] grid-cols-2 divide-x">
      <div className="pr-4">
        <dt className="text-small text-muted">Points in common</dt>
        <dd className="text-head font-strong">{Math.round(points.inCommon)} of 100</dd>
        <dd className="text-small text-muted">
          {people.cs.finished} of CS and {people.product.finished} of Product, blind
        </dd>
      </div>
      <div className="pl-4">
        <dt className="text-small text-muted">Same accounts called ideal</dt>
        <dd className={cx('text-head font-strong', INKS[alignment.verdict])}>
          {VERDICT_WORDS[alignment.verdict]}
        </dd>
        <dd className="text-small text-muted">
          {alignment.score === null ? '' : `${Math.round(alignment.score)} of 100`}
          {alignment.interval
            ? ` (${Math.round(alignment.interval.low)} to ${Math.round(alignment.interval.high)})`
            : ''}
          , on {accounts.rated} of {accounts.asked} accounts
        </dd>
      </div>
    </dl>
  )
}
