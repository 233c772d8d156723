import { HealthMark } from '#app/components/health-mark.tsx'
import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'
import type { IsoDate } from '#app/lib/dates.ts'

import { ArrText } from './arr-text.tsx'
import { RenewalText } from './renewal-text.tsx'

/** An account in one line, for the type-ahead: name, ARR, health and next renewal. */
export function AccountLine({ account, today }: { account: AccountSummary; today: IsoDate }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3">
      <span className="min-w-0 flex-1 truncate" title={account.name}>
        {account.name}
      </span>
      <span className="flex shrink-0 items-center gap-3 text-small text-muted">
        {account.arr ? <ArrText arr={account.arr} /> : null}
        <HealthMark colour={account.health.colour} score={account.health.score} wordless />
        <span>
          renews <RenewalText date={account.nextRenewal} today={today} />
        </span>
      </span>
    </span>
  )
}
