import { TimeText } from '#app/components/date-text.tsx'
import { DECLINE_LABELS } from '#app/domain/requests/labels.ts'
import { cx } from '#app/lib/class-names.ts'
import type { HistoryEntry } from '#app/domain/requests/history-entry.ts'
import { requestKey } from '#app/lib/readable-id.ts'

/** What happened to a request, the oldest first. */
export function RequestHistory({
  request,
  entries,
  now,
}: {
  request: { id: number; createdAt: Date; submitter: { name: string } }
  entries: readonly HistoryEntry[]
  now: Date
}) {
  return (
    <ol className="space-y-3">
      <li>
        <b>{request.submitter.name}</b> submitted {requestKey(request.id)}{' '}
        <span className="text-muted">
          <TimeText at={request.createdAt} now={now} />
        </span>
      </li>
      {entries.map((entry) => (
        <li key={entry.key}>
          <span className={cx(entry.undone && 'text-muted line-through')}>
            <b>{entry.by ?? 'Somebody'}</b> {entry.what}
          </span>{' '}
          <span className="text-muted">
            {entry.undone ? 'undone, ' : null}
            <TimeText at={entry.at} now={now} />
          </span>
          {entry.reasonCode ? (
            <p className="text-muted">{DECLINE_LABELS[entry.reasonCode]}</p>
          ) : null}
          {entry.words ? (
            <blockquote
              dir="auto"
              className="mt-0.5 border-l-2 pl-3 wrap-anywhere whitespace-pre-wrap"
            >
              {entry.words}
            </blockquote>
          ) : null}
          {entry.revisit ? (
            <p className="text-muted">To be looked at again when: {entry.revisit}</p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
