import { ScoreTrend } from '#app/components/charts/score-trend.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import type { ItemTabContent } from '#app/domain/items/item-page.ts'
import type { ItemStatus } from '#db/constants.ts'

import { AskingAccounts } from './asking-accounts.tsx'
import { Discussion } from './discussion.tsx'
import { RankStory } from './rank-story.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { Timeline } from './timeline.tsx'

type ItemTabBodyProps = {
  item: {
    id: number
    rank: number | null
    status: ItemStatus
    /** Whether the reader may see revenue. */
    money: boolean
    mayComment: boolean
  }
  content: ItemTabContent
  currency: string
  /** Address of this tab. */
  back: string
  now: Date
}

/** The open part of an item, the same beside the backlog and on its own page. */
export function ItemTabBody({ item, content, currency, back, now }: ItemTabBodyProps) {
  switch (content.tab) {
    case 'receipt':
      return (
        <>
          {content.receipt === null ? (
            <NoReceipt item={item} />
          ) : (
            <ReceiptView
              receipt={content.receipt}
              profiles={content.profiles}
              currency={currency}
            />
          )}
          <RankStory
            itemId={item.id}
            rank={item.rank}
            trend={content.trend}
            published={content.published}
            rivals={content.rivals}
          />
        </>
      )
    case 'requests':
      return <AskingAccounts accounts={content.accounts} currency={currency} now={now} />
    case 'history':
      return (
        <>
          <RankStory
            itemId={item.id}
            rank={item.rank}
            trend={content.trend}
            beside={
              content.scores.length === 0 ? null : (
                <ScoreTrend
                  points={content.scores}
                  currency={currency}
                  published={content.published?.day}
                />
              )
            }
            published={content.published}
            rivals={content.rivals}
          />
          <Timeline timeline={content.timeline} currency={currency} now={now} />
        </>
      )
    case 'discussion':
      return (
        <Discussion
          itemId={item.id}
          comments={content.comments}
          people={content.people}
          mayComment={item.mayComment}
          back={back}
          now={now}
        />
      )
  }
}

function NoReceipt({ item }: Pick<ItemTabBodyProps, 'item'>) {
  if (!item.money) {
    return (
      <EmptyState title="The receipt shows revenue" className="py-6">
        It is open to Customer Success and Product. The rank and the requests are open to everybody.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={item.status === 'shipped' ? 'It is shipped' : 'It is declined'}
      className="py-6"
    >
      Only an item that can still be delivered has a score.
    </EmptyState>
  )
}
