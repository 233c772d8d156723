import { useSearchParams } from '@remix-run/react'

import { TimeText } from '#app/components/date-text.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import type { MergeScores, Timeline as Entries } from '#app/domain/items/item-page.ts'
import { changeParams } from '#app/lib/search-params.ts'

/** What happened to an item, the newest first, with who and why. */
export function Timeline({
  timeline: { entries, older },
  currency,
  now,
}: {
  timeline: Entries
  currency: string
  now: Date
}) {
  const [search] = useSearchParams()
  return (
    <>
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
      {older === null ? null : (
        <ButtonLink size="small" preventScrollReset to={changeParams(search, { shown: older })}>
          Show older
        </ButtonLink>
      )}
    </>
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
