import { TimeText } from '#app/components/date-text.tsx'
import type { HistoryEntry } from '#app/domain/accounts/history-entry.ts'

/** What changed, by whom and when: one block a deed, one line a field. */
export function HistoryList({ entries, now }: { entries: readonly HistoryEntry[]; now: Date }) {
  return (
    <ol className="divide-y divide-line border-y">
      {deedsOf(entries).map((deed) => (
        <li key={deed.id} className="grid gap-x-4 py-1.5 sm:grid-cols-[240px_minmax(0,1fr)]">
          <div className="flex items-baseline gap-2">
            <span className="min-w-0 truncate" title={deed.who}>
              {deed.who}
            </span>
            <span className="text-small text-muted">
              <TimeText at={deed.at} now={now} />
            </span>
          </div>
          <ul className="min-w-0">
            {deed.entries.map((entry) => (
              <li key={entry.id} className="wrap-anywhere">
                <Change entry={entry} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Change({ entry }: { entry: HistoryEntry }) {
  const { subject, created, concealed, words, before, after } = entry
  const of = subject.type === 'account' ? '' : ` of ${subject.name || `the ${subject.type}`}`
  if (created) {
    return (
      <>
        {subject.type === 'account'
          ? 'Account made'
          : `${subject.name || `A ${subject.type}`} added`}
      </>
    )
  }
  if (concealed) {
    return (
      <>
        {words}
        {of} <span className="text-muted">changed</span>
      </>
    )
  }
  return (
    <>
      <span className="text-muted">
        {words}
        {of}:
      </span>{' '}
      {before === null ? null : (
        <>
          <del className="text-faint">{before}</del>{' '}
        </>
      )}
      {before === null ? null : (
        <span aria-hidden className="text-faint">
          →{' '}
        </span>
      )}
      {after ?? <span className="text-faint">nothing</span>}
    </>
  )
}

type Deed = { id: number; who: string; at: Date; entries: HistoryEntry[] }

/** Changes made at once by one person are one deed. */
function deedsOf(entries: readonly HistoryEntry[]): Deed[] {
  const deeds: Deed[] = []
  for (const entry of entries) {
    const who = entry.byImport ? 'An import' : (entry.who ?? 'Somebody')
    const last = deeds.at(-1)
    if (last && last.who === who && last.at.getTime() === entry.at.getTime()) {
      last.entries.push(entry)
    } else {
      deeds.push({ id: entry.id, who, at: entry.at, entries: [entry] })
    }
  }
  return deeds
}
