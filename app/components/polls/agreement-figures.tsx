import { VERDICT_WORDS, type Verdict } from '#app/domain/icp/alignment-words.ts'
import type { Alignment, PollResults } from '#app/domain/polls/results.ts'
import { cx } from '#app/lib/class-names.ts'

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
          {scoreText(alignment)}on {accounts.rated} of {accounts.asked} accounts
        </dd>
      </div>
    </dl>
  )
}

/** `45 of 100 (12 to 78), `; nothing where the figure would say nothing. */
function scoreText({ score, interval, verdict }: Alignment): string {
  if (score === null || verdict === 'few') return ''
  const range = interval ? ` (${Math.round(interval.low)} to ${Math.round(interval.high)})` : ''
  return `${Math.round(score)} of 100${range}, `
}
