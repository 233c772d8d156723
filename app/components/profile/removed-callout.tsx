import { Callout } from '#app/components/ui/callout.tsx'
import type { ProfileState } from '#db/constants.ts'

/** Criteria of a version that counts, or will, on attributes that were put away: what comes of them, and what to do. */
export function RemovedCallout({
  profile: { state, criteria },
}: {
  profile: { state: ProfileState; criteria: readonly { label: string; removed: boolean }[] }
}) {
  const removed = criteria.filter((one) => one.removed)
  if (removed.length === 0 || (state !== 'current' && state !== 'proposed')) return null
  const labels = removed.map(({ label }) => `“${label}”`).join(', ')
  return (
    <Callout
      tone="watch"
      className="mb-4"
      title={`${labels} ${removed.length === 1 ? 'asks' : 'ask'} for an attribute that was removed.`}
    >
      Every account is unknown there, as if nobody had entered a value.{' '}
      {state === 'current'
        ? 'Propose a version without it, or have an admin use the attribute again.'
        : 'Change the proposal, or have an admin use the attribute again.'}
    </Callout>
  )
}
