import { MoneyText } from '#app/components/money-text.tsx'
import type { Effect } from '#app/domain/icp/effect.ts'
import { counted } from '#app/lib/counted.ts'

/** What a version changed when it took effect: accounts, their ARR, and ranks at most. */
export function EffectCard({ effect }: { effect: Effect }) {
  const { accountsUp, accountsDown, arr, currency, mostPlaces } = effect
  const moved = accountsUp + accountsDown
  return (
    <div className="min-w-0 p-3">
      <p className="text-small text-muted">What it changed</p>
      <p className="text-head font-strong">
        {counted(moved, 'account')}
        {arr === null ? null : (
          <>
            , <MoneyText amount={{ value: arr, currency }} /> of ARR
          </>
        )}
      </p>
      <p className="text-small text-muted">
        {accountsUp} up a band, {accountsDown} down;{' '}
        {mostPlaces === 0 ? 'no rank moved' : `no rank moved by more than ${mostPlaces}`}
      </p>
    </div>
  )
}
