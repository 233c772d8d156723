import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { MoneyText } from '#app/components/money-text.tsx'
import { GroupRow, Table, TBody, Td, TFoot, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { AccountChange, AccountChanges } from '#app/domain/model/compare-accounts.ts'
import { largestRemainder, sum } from '#app/lib/numbers.ts'

import { Delta } from './delta.tsx'

/** Whole base units before and after, and the share of all. */
type Shown = { value: readonly [number, number]; share: readonly [number, number] }

/** Accounts that gain or lose share of the value, with the others; what is shown adds up. */
export function AccountChangeTable({
  changes: { gain, lose, others, total },
  currency,
}: {
  changes: AccountChanges
  currency: string
}) {
  if (gain.length + lose.length === 0) {
    return <p className="text-muted">Every account keeps its share of the value.</p>
  }
  const named = [...gain, ...lose]
  const [now, then] = ([0, 1] as const).map((when) => {
    const values = named.map(({ value }) => value[when])
    return wholes(values, total[when], others.accounts > 0)
  })
  const shown = [...named, others].map(({ share }, index): Shown => ({
    value: [now?.[index] ?? 0, then?.[index] ?? 0],
    share,
  }))
  const row = (account: AccountChange, index: number) => (
    <AccountRow
      key={account.accountId}
      row={shown[index]}
      currency={currency}
      title={account.account}
    >
      <Link to={`/accounts/${account.accountId}`} className="hover:underline">
        {account.account}
      </Link>
    </AccountRow>
  )
  return (
    <Table caption="Accounts that gain or lose share of the value" plain fixed>
      <THead>
        <Th>Account</Th>
        <Th numeric className="w-32">
          Value now
        </Th>
        <Th numeric className="w-32">
          Value then
        </Th>
        <Th numeric className="w-32">
          Change
        </Th>
        <Th numeric className="w-36">
          Share
        </Th>
      </THead>
      <TBody>
        {gain.length > 0 ? <GroupRow colSpan={5}>Gain share</GroupRow> : null}
        {gain.map(row)}
        {lose.length > 0 ? <GroupRow colSpan={5}>Lose share</GroupRow> : null}
        {lose.map((account, index) => row(account, gain.length + index))}
        {others.accounts > 0 ? (
          <>
            <GroupRow colSpan={5}>Others</GroupRow>
            <AccountRow row={shown.at(-1)} currency={currency}>
              {others.accounts === 1 ? 'One other account' : `${others.accounts} other accounts`}
            </AccountRow>
          </>
        ) : null}
      </TBody>
      <TFoot>
        <AccountRow row={{ value: total, share: null }} currency={currency}>
          Value of all items
        </AccountRow>
      </TFoot>
    </Table>
  )
}

function AccountRow({
  row,
  currency,
  title,
  children,
}: {
  row: (Omit<Shown, 'share'> & { share: Shown['share'] | null }) | undefined
  currency: string
  title?: string
  children: ReactNode
}) {
  if (!row) return null
  const { value, share } = row
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`
  return (
    <Tr>
      <Td card="title" title={title}>
        {children}
      </Td>
      <Td numeric label="Value now">
        <MoneyText full amount={{ value: value[0], currency }} />
      </Td>
      <Td numeric label="Value then">
        <MoneyText full amount={{ value: value[1], currency }} />
      </Td>
      <Td numeric label="Change">
        <Delta from={value[0]} to={value[1]} currency={currency} />
      </Td>
      <Td numeric label="Share">
        {share === null ? '100 %' : `${percent(share[0])} → ${percent(share[1])}`}
      </Td>
    </Tr>
  )
}

/** Whole units that add up to the total. The others take what rounding leaves, so that a value that stays is shown alike. */
function wholes(values: readonly number[], total: number, isRest: boolean): number[] {
  if (!isRest) return largestRemainder(values, Math.round(total))
  const rounded = values.map(Math.round)
  return [...rounded, Math.round(total) - sum(rounded)]
}
