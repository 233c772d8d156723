import { Link } from '@remix-run/react'

import { TimeText } from '#app/components/date-text.tsx'
import { Section } from '#app/components/ui/page.tsx'
import type { Effect } from '#app/domain/icp/effect.ts'
import { counted } from '#app/lib/counted.ts'
import type { ProfileState } from '#db/constants.ts'

import { STATE_BADGES } from './state-badges.ts'

/** The versions of a line, newest first, each with what became of it and when. */
export function VersionsList({
  versions,
  openId,
  now,
}: {
  versions: readonly {
    id: number
    number: number
    state: ProfileState
    reason: string
    createdAt: Date
    effectiveAt: Date | null
    endedAt: Date | null
    /** What it says otherwise than the one before. */
    changes: readonly string[]
    effect: Effect | null
  }[]
  openId: number
  now: Date
}) {
  return (
    <Section title="Versions">
      <ul>
        {versions.map((version) => (
          <li
            key={version.id}
            className="grid grid-cols-[2rem_minmax(0,1fr)_auto] gap-x-2 border-b py-1.5"
          >
            <Link
              to={`/profiles/${version.id}`}
              aria-current={version.id === openId ? 'page' : undefined}
              className="font-strong hover:underline"
            >
              {version.number}
            </Link>
            <span className="line-clamp-2 wrap-anywhere" title={toldOf(version)}>
              {toldOf(version)}
            </span>
            <span className="text-small text-muted">
              {STATE_BADGES[version.state][1]},{' '}
              <TimeText
                at={version.endedAt ?? version.effectiveAt ?? version.createdAt}
                now={now}
              />
              {version.effect ? (
                <span className="block text-right">{movedText(version.effect)}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What changed, in words; of the first version, why it is. */
function toldOf({ changes, reason }: { changes: readonly string[]; reason: string }): string {
  return changes.length > 0 ? changes.join('; ') : reason
}

function movedText({ accountsUp, accountsDown }: Effect): string {
  return `${counted(accountsUp + accountsDown, 'account')} moved`
}
