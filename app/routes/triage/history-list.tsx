import { TimeText } from '#app/components/date-text.tsx'
import type { HistoryEntry } from '#app/domain/requests/history-entry.ts'
import { DECLINE_LABELS } from '#app/domain/requests/labels.ts'
import { cx } from '#app/lib/class-names.ts'

/** What has happened to the request, oldest first; undone decisions stay, struck out. */
export function HistoryList({ entries, now }: { entries: readonly HistoryEntry[]; now: Date }) {
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mt-4 mb-1.5 text-small">
        History
      </h2>
      <ol className="border-t">
        {entries.map((entry) => (
          <li key={entry.key} className="border-b py-2">
            <p className={cx(entry.undone && 'text-faint line-through')}>
              <b>{entry.by ?? 'Causeway'}</b> {entry.what}{' '}
              <span className="text-faint">
                <TimeText at={entry.at} now={now} />
              </span>
            </p>
            {entry.reasonCode || entry.words || entry.revisit ? (
              <p className="mt-0.5 max-w-prose wrap-anywhere whitespace-pre-line text-muted">
                {entry.reasonCode ? `${DECLINE_LABELS[entry.reasonCode]}. ` : null}
                {entry.words}
                {entry.revisit ? ` Look again when ${entry.revisit}.` : null}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
