import { Disclosure } from '#app/components/ui/disclosure.tsx'
import type { ProfileNote } from '#app/domain/icp/drift/drift-view.ts'
import { anythingToReview } from '#app/domain/icp/drift/verdicts.ts'
import { formatMonth } from '#app/lib/dates.ts'

import { VerdictList } from './verdict-list.tsx'

/** The notes of every month, the latest open, and whom they have reached. */
export function NotesList({ notes }: { notes: readonly ProfileNote[] }) {
  return (
    <ul>
      {notes.map((note, i) => (
        <li key={note.id} className="py-0.5">
          <Disclosure
            open={i === 0}
            summary={`${formatMonth(note.month)}, version ${note.version}: ${
              anythingToReview(note.verdicts) ? 'something to review' : 'nothing to review'
            }`}
          >
            <div className="pt-1 pb-3">
              <VerdictList verdicts={note.verdicts} />
              <p className="max-w-prose pt-1.5 text-small text-muted">
                {[
                  names('Mailed to', note.mailedTo),
                  names('Not reached by mail:', note.notReached),
                  names('For, without a mail:', note.notMailed),
                ]
                  .filter(Boolean)
                  .join(' ')}
              </p>
            </div>
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}

const names = (lead: string, people: readonly string[]) =>
  people.length === 0 ? '' : `${lead} ${people.join(', ')}.`
