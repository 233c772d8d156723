import type { ReactNode } from 'react'

import type { EvidenceView } from '#app/domain/icp/evidence-view.ts'
import { counted } from '#app/lib/counted.ts'

export type Outcomes = EvidenceView['outcomes']

/** What the verdicts rest on: how many accounts, what kept means, and how sure a finding must be. */
export function EvidenceNote({ outcomes, children }: { outcomes: Outcomes; children?: ReactNode }) {
  const { of, good, bad, size } = outcomes
  return (
    <p className="max-w-prose pt-2 text-small text-muted">
      {of === 0
        ? 'No account has turned out good or bad yet of which we knew within 90 days of its start what it was like. '
        : `From ${counted(of, 'account')} with an outcome, as they were 90 days after their start: ${good} kept (renewed, and pay as much or more), ${bad} not. Lines are 95 % intervals. `}
      {size === 0
        ? null
        : `“Established” needs a false-alarm risk of at most 10 %, counted over all ${size} tests of every attribute that we looked at. `}
      {children}
    </p>
  )
}
