import { HealthMark } from '#app/components/health-mark.tsx'
import { Figure, Figures } from '#app/components/ui/panel.tsx'
import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'

import { ArrText } from './arr-text.tsx'
import { RenewalText } from './renewal-text.tsx'

/** What an account is worth, how it is, and when it decides: the cells of a `Figures` line. */
export function AccountFigures({ account, today }: { account: AccountSummary; today: IsoDate }) {
  const { arr, contracts, coveredByParent, health, nextRenewal, parent } = account
  return (
    <Figures>
      {arr ? (
        <Figure label="ARR" note={contractsNote(contracts, coveredByParent)}>
          <ArrText arr={arr} full />
        </Figure>
      ) : null}
      <Figure label="Health" note={health.score === null ? undefined : 'of 100'}>
        <HealthMark colour={health.colour} score={health.score} />
      </Figure>
      <Figure
        label="Next renewal"
        note={
          nextRenewal
            ? formatDay(nextRenewal) +
              (coveredByParent ? `, contract of ${parent?.name ?? ''}` : '')
            : undefined
        }
      >
        <RenewalText date={nextRenewal} today={today} />
      </Figure>
    </Figures>
  )
}

function contractsNote(contracts: number, coveredByParent: boolean): string {
  if (coveredByParent) return 'covered by its parent'
  if (contracts === 0) return 'no open contract'
  return contracts === 1 ? '1 contract' : `${contracts} contracts`
}
