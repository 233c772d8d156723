import { Link } from '@remix-run/react'

import { Callout } from '#app/components/ui/callout.tsx'
import type { ProfileState } from '#db/constants.ts'

type Use = { profileId: number; line: string; number: number; state: ProfileState; label: string }

/** The criteria that ask for an attribute, told before and after it is put away. */
export function AttributeUses({ uses, away }: { uses: readonly Use[]; away: boolean }) {
  if (uses.length === 0) return null
  return (
    <Callout
      tone="watch"
      className="mb-4"
      title={
        away
          ? 'Profiles ask for it. Every account is unknown there.'
          : 'Profiles ask for it. Put away, every account becomes unknown there.'
      }
    >
      <ul>
        {uses.map(({ profileId, line, number, state, label }) => (
          <li key={`${profileId} ${label}`}>
            <Link to={`/profiles/${profileId}`} className="underline">
              {line}, version {number}
            </Link>{' '}
            {state === 'current' ? 'in force' : 'proposed'}: {label}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
