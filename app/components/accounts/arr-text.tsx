import { MoneyText } from '#app/components/money-text.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { toMajor } from '#app/domain/money.ts'
import type { Arr } from '#app/domain/accounts/contract-rules.ts'

/** ARR in whole units of the base currency, with a mark when contracts count nothing for want of a plan rate. */
export function ArrText({ arr, full }: { arr: Arr; full?: boolean }) {
  const missing = arr.withoutRate.join(', ')
  return (
    <span className="whitespace-nowrap">
      <MoneyText
        amount={{ value: toMajor(arr.amount), currency: arr.amount.currency }}
        full={full}
      />
      {missing ? (
        <>
          {' '}
          <Badge tone="watch" title={`No plan rate for ${missing}: these contracts count nothing.`}>
            no rate
          </Badge>
        </>
      ) : null}
    </span>
  )
}
