import { TimeText } from '#app/components/date-text.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import type { MergeScores, TimelineEntry } from '#app/domain/items/item-page.ts'

/** What happened to an item, the newest first, with who and why. */
export function Timeline({
  entries,
  currency,
  now,
}: {
  entries: readonly TimelineEntry[]
  currency: string
  now: Date
}) {
  return (
    <ol className="divide-y divide-line">
      {entries.map((entry) => (
        <li key={entry.key} className="py-1.75 wrap-anywhere">
          <b>{entry.by ?? 'Somebody'}</b> {entry.what}{' '}
          <span className="text-small text-muted">
            <TimeText at={entry.at} now={now} />
          </span>
          {entry.words === null ? null : (
            <blockquote dir="auto" className="mt-0.5 border-l-2 pl-3 whitespace-pre-wrap">
              {entry.words}
            </blockquote>
          )}
          {entry.scores === null ? null : <Scores scores={entry.scores} currency={currency} />}
        </li>
      ))}
    </ol>
  )
}

function Scores({ scores, currency }: { scores: MergeScores; currency: string }) {
  const money = (value: number) => <MoneyText full amount={{ value, currency }} />
  return (
    <p className="text-small text-muted">
      Score {money(scores.intoBefore)}, and {money(scores.from)} of the one that went, became{' '}
      {money(scores.intoAfter)}
    </p>
  )
}
