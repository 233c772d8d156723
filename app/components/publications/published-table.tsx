import { MoneyText } from '#app/components/money-text.tsx'
import { RankChange } from '#app/components/rank-change.tsx'
import { StatusDisc } from '#app/components/status-disc.tsx'
import { GroupRow, Table, TBody, Td, TFoot, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { currencySymbol } from '#app/lib/currencies.ts'
import { largestRemainder, sum } from '#app/lib/numbers.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import type { Horizon, ItemStatus, Lane } from '#db/constants.ts'

import type { SheetChange } from './publication-sheet.tsx'

export type PublishedRow = {
  itemId: number
  title: string
  lane: Lane
  status: ItemStatus
  horizon: Horizon | null
  rank: number | null
  /** The rank by its score, where it kept its place against that. */
  scoredRank: number | null
  kept: boolean
  /** Items of one tier stand in an order that is less than 80 % sure; null where publications had none yet. */
  tier: number | null
  score: number | null
  /** Ends of the score's 80 % interval. */
  low: number | null
  high: number | null
  arrAtRisk: number | null
  canSave: number | null
  costMean: number
  estimated: boolean
  accounts: number
  accountNames: readonly string[] | null
}

type PublishedTableProps = {
  items: readonly PublishedRow[]
  changes: readonly SheetChange[]
  currency: string
  itemHref: ((itemId: number) => string) | null
}

/** Whole amounts whose sum is the total shown; null where the reader may not see money. */
function wholes(values: readonly (number | null)[]): number[] | null {
  const known = values.flatMap((value) => (value === null ? [] : [value]))
  return known.length === values.length ? largestRemainder(known, Math.round(sum(known))) : null
}

/** The published backlog: full amounts that add up to the last line. */
export function PublishedTable({ items, changes, currency, itemHref }: PublishedTableProps) {
  const atRisk = wholes(items.map((item) => item.arrAtRisk))
  const canSave = wholes(items.map((item) => item.canSave))
  const money = atRisk !== null && canSave !== null
  const symbol = currencySymbol(currency)
  const amount = (value: number | undefined) => (value ?? 0).toLocaleString('en')
  const moves = new Map(changes.map((change) => [change.itemId, change]))
  const apart = items.findIndex((item) => item.rank === null)
  const tiers = items.some((item) => item.tier !== null)
  const columns = (money ? 8 : 6) + Number(tiers)
  return (
    <Table caption="The published backlog" fixed plain>
      <THead>
        <Th className="w-14">Rank</Th>
        {tiers ? <Th className="w-9">Tier</Th> : null}
        <Th className="w-15">ID</Th>
        <Th>Item</Th>
        {money ? (
          <>
            <Th numeric className="w-19 print:w-17" unit={symbol}>
              ARR at risk
            </Th>
            <Th numeric className="w-18 print:w-17" unit={symbol}>
              Can save
            </Th>
            <Th numeric className="w-27 print:w-25" unit={`${symbol} a week`}>
              Score
            </Th>
          </>
        ) : (
          <Th numeric className="w-20" unit="weeks">
            Cost
          </Th>
        )}
        <Th numeric className="w-16 print:w-15">
          Accounts
        </Th>
        <Th className="w-28 pl-4">Status</Th>
      </THead>
      <TBody>
        {items.map((item, index) => (
          <Rows key={item.itemId} heading={index === apart ? columns : null}>
            <Tr className="break-inside-avoid">
              <Td label="Rank">
                <b className="font-strong md:inline-block md:w-5 md:text-right">
                  {item.rank ?? '–'}
                </b>{' '}
                <Move change={moves.get(item.itemId)} />
              </Td>
              {tiers ? (
                <Td label="Tier" muted>
                  {item.tier}
                </Td>
              ) : null}
              <Td label="ID" className="text-small text-faint">
                {itemKey(item.itemId)}
              </Td>
              <Td card="title" title={item.title} className="whitespace-normal">
                {itemHref === null ? (
                  item.title
                ) : (
                  <a href={itemHref(item.itemId)} className="hover:underline">
                    {item.title}
                  </a>
                )}
                {item.kept ? (
                  <span className="block text-small font-regular text-muted">
                    kept its place, by score rank {item.scoredRank}
                  </span>
                ) : null}
                {item.accountNames === null || item.accountNames.length === 0 ? null : (
                  <span
                    title={item.accountNames.join(', ')}
                    className="block truncate text-small font-regular text-muted print:whitespace-normal"
                  >
                    {item.accountNames.join(', ')}
                  </span>
                )}
              </Td>
              {money ? (
                <>
                  <Td numeric label={`ARR at risk, ${symbol}`}>
                    {amount(atRisk[index])}
                  </Td>
                  <Td numeric label={`Can save, ${symbol}`}>
                    {amount(canSave[index])}
                  </Td>
                  <Td numeric strong label={`Score, ${symbol} a week`}>
                    {amount(Math.round(item.score ?? 0))}
                    <Likely low={item.low} high={item.high} />
                  </Td>
                </>
              ) : (
                <Td numeric label="Cost, weeks">
                  {item.costMean.toFixed(1)}
                </Td>
              )}
              <Td numeric label="Accounts">
                {item.accounts}
              </Td>
              <Td label="Status" className="pl-4">
                <StatusDisc status={item.status} horizon={item.horizon} />
                {item.estimated ? null : (
                  <span className="block text-label text-faint">not estimated</span>
                )}
              </Td>
            </Tr>
          </Rows>
        ))}
      </TBody>
      {money ? (
        <TFoot>
          <Tr>
            <Td colSpan={tiers ? 4 : 3} className="text-left">
              Together
            </Td>
            <Td numeric>
              <MoneyText full amount={{ value: sum(atRisk), currency }} />
            </Td>
            <Td numeric>
              <MoneyText full amount={{ value: sum(canSave), currency }} />
            </Td>
            <Td colSpan={3} />
          </Tr>
        </TFoot>
      ) : null}
    </Table>
  )
}

function Rows({ heading, children }: { heading: number | null; children: React.ReactNode }) {
  return (
    <>
      {heading === null ? null : (
        <GroupRow colSpan={heading}>
          <b>Reserved lanes</b> not ranked by ARR
        </GroupRow>
      )}
      {children}
    </>
  )
}

/** Where four of five scores would lie. */
function Likely({ low, high }: Pick<PublishedRow, 'low' | 'high'>) {
  if (!low || !high) return null
  const [from, to] = [low, high].map((end) => Math.round(end).toLocaleString('en'))
  return (
    <span
      title={`80 % likely between ${from} and ${to}`}
      className="block text-label font-regular text-faint"
    >
      {from} to {to}
    </span>
  )
}

function Move({ change }: { change: SheetChange | undefined }) {
  if (!change) return null
  if (change.kind === 'new') return <RankChange change="new" />
  return change.from === null || change.to === null ? null : (
    <RankChange change={change.from - change.to} />
  )
}
