import type { ReactNode } from 'react'

import { Badge } from '#app/components/ui/badge.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { Tabs, type TabLink } from '#app/components/ui/tabs.tsx'
import type { ProfileState } from '#db/constants.ts'

import { STATE_BADGES } from './state-badges.ts'

/** What a page below `/profiles/:id` needs of its version to head itself. */
export type HeadedProfile = { id: number; line: string; number: number; state: ProfileState }

const tabsOf = (id: number): TabLink[] => [
  { to: `/profiles/${id}`, label: 'Profile', end: true },
  { to: `/profiles/${id}/accounts`, label: 'Accounts' },
  { to: `/profiles/${id}/evidence`, label: 'Evidence' },
  { to: `/profiles/${id}/drift`, label: 'Drift' },
  { to: `/profiles/${id}/preview`, label: 'Effect' },
  { to: `/profiles/${id}/agreement`, label: 'Agreement' },
  { to: `/profiles/${id}/comments`, label: 'Discussion' },
  { to: `/profiles/${id}/compare`, label: 'Comparison' },
]

/** The head of every page of one version: which it is, what can be done, and its parts. */
export function ProfileHeader({
  profile,
  actions,
}: {
  profile: HeadedProfile
  actions?: ReactNode
}) {
  const [tone, word] = STATE_BADGES[profile.state]
  return (
    <>
      <PageHeader
        title="Ideal customer profile"
        aside={
          <Badge tone={tone}>
            {profile.line}, version {profile.number}, {word}
          </Badge>
        }
        actions={actions}
      />
      <Tabs label="Parts of this version" tabs={tabsOf(profile.id)} className="px-(--gutter)" />
    </>
  )
}
