import { StartBy } from '#app/components/backlog/start-by.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Figure, Figures } from '#app/components/ui/panel.tsx'
import { formatMoney, fromMajor } from '#app/domain/money.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { ItemStatus } from '#db/constants.ts'

type ItemFiguresProps = {
  item: {
    status: ItemStatus
    score: number | null
    low: number | null
    high: number | null
    arrAtRisk: number | null
    canSave: number | null
    tooLate: number | null
    accounts: number | null
    topShare: number | null
    costMean: number | null
    estimated: boolean | null
    costLow: number | null
    costLikely: number | null
    costHigh: number | null
    costSize: string | null
    startBy: IsoDate | null
    /** Low and high are too far apart for one item. */
    wide: boolean
  }
  currency: string
  today: IsoDate
}

/** `83 % of it is one account; without it €1,755`, where more than half is. */
function TopAccount({ item, currency }: Pick<ItemFiguresProps, 'item' | 'currency'>) {
  const { topShare, score, accounts } = item
  if (topShare === null || topShare <= 0.5 || (accounts ?? 0) <= 1) return null
  return (
    <Badge title="The score without the account that carries most of the value">
      {Math.round(topShare * 100)} % of it is one account
      {score === null ? null : (
        <>
          ; without it <MoneyText full amount={{ value: score * (1 - topShare), currency }} />
        </>
      )}
    </Badge>
  )
}

/** The key figures of an item, and the badges that qualify them. */
export function ItemFigures({ item, currency, today }: ItemFiguresProps) {
  const compact = (value: number) =>
    formatMoney(fromMajor(Math.round(value), currency), { compact: true })
  const share =
    item.arrAtRisk && item.canSave !== null
      ? `${Math.round((item.canSave / item.arrAtRisk) * 100)} % of that`
      : undefined
  const accounts = item.accounts ?? 0
  return (
    <>
      <Figures>
        {item.score === null ? null : (
          <Figure label="Score, a week" note={intervalNote(item, compact)}>
            <MoneyText full amount={{ value: item.score, currency }} />
          </Figure>
        )}
        {item.arrAtRisk === null ? null : (
          <Figure
            label="ARR at risk"
            note={`${accounts} ${accounts === 1 ? 'account' : 'accounts'}`}
          >
            <MoneyText amount={{ value: item.arrAtRisk, currency }} />
          </Figure>
        )}
        {item.canSave === null ? null : (
          <Figure label="Can save" note={share}>
            <MoneyText amount={{ value: item.canSave, currency }} />
          </Figure>
        )}
        {item.arrAtRisk === null && item.accounts !== null ? (
          <Figure label="Accounts">{accounts}</Figure>
        ) : null}
        <Figure label="Cost" note={costNote(item)}>
          {costWeeks(item)}
        </Figure>
      </Figures>
      <div className="flex flex-wrap items-center gap-1.5 py-2 empty:hidden">
        {item.estimated === false ? <Badge tone="watch">not estimated</Badge> : null}
        {item.wide ? (
          <Badge tone="watch" title="Low and high are too far apart to say much">
            wide estimate, split this item
          </Badge>
        ) : null}
        <TopAccount item={item} currency={currency} />
        {item.startBy !== null || (item.tooLate ?? 0) >= 0.5 ? (
          <span className="inline-flex items-center gap-1 text-small text-muted">
            Start by{' '}
            <StartBy
              startBy={item.startBy}
              tooLate={(item.tooLate ?? 0) >= 0.5 ? compact(item.tooLate ?? 0) : null}
              status={item.status}
              today={today}
            />
          </span>
        ) : null}
      </div>
    </>
  )
}

/** Four of five scores lie within; nothing to say of an item without value. */
function intervalNote(
  { low, high }: Pick<ItemFiguresProps['item'], 'low' | 'high'>,
  compact: (value: number) => string,
) {
  if (low === null || high === null || high === 0) return undefined
  return (
    <span title="Four times in five the true score lies within">
      {compact(low)} to {compact(high)}
    </span>
  )
}

function costWeeks({ costLikely, costMean }: ItemFiguresProps['item']): string {
  if (costLikely !== null) return `${costLikely} ${costLikely === 1 ? 'week' : 'weeks'}`
  return costMean === null ? '–' : `${costMean.toFixed(1)} weeks`
}

function costNote({ costLow, costHigh, costSize }: ItemFiguresProps['item']): string | undefined {
  if (costLow !== null && costHigh !== null) return `${costLow} to ${costHigh}`
  return costSize === null ? undefined : `size ${costSize}`
}
