import { Callout } from '#app/components/ui/callout.tsx'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'
import type { ClosingKind } from '#db/constants.ts'

const WORDS = { withdrawn: 'Withdrawn', rejected: 'Rejected' } as const

/** Who closed a proposal, on which day and why; nothing for one that was not. */
export function ClosedCallout({
  closing,
}: {
  closing: { kind: ClosingKind; name: string; on: IsoDate; reason: string } | null
}) {
  if (closing === null) return null
  return (
    <Callout className="mb-4">
      {WORDS[closing.kind]} by {closing.name} on {formatDay(closing.on)}
      {closing.reason === '' ? '.' : `: ${closing.reason}`}
    </Callout>
  )
}
