import { Link } from '@remix-run/react'

import { TAB_LOOK, TabCount } from '#app/components/ui/tabs.tsx'
import { ITEM_TABS, type ItemTab } from '#app/domain/items/item-page.ts'
import { cx } from '#app/lib/class-names.ts'
import { changeParams } from '#app/lib/search-params.ts'

const LABELS: Readonly<Record<ItemTab, string>> = {
  receipt: 'Receipt',
  requests: 'Requests',
  history: 'History',
  discussion: 'Discussion',
}

/** The parts of an item, as links that keep the rest of the address. */
export function ItemTabs({
  item,
  tab: current,
  search,
  className,
}: {
  item: { requests: number; comments: number }
  tab: ItemTab
  search: URLSearchParams
  className?: string
}) {
  const counts: Partial<Record<ItemTab, number>> = {
    requests: item.requests,
    discussion: item.comments,
  }
  return (
    <nav
      aria-label="Parts of this item"
      className={cx('flex [scrollbar-width:none] gap-4 overflow-x-auto border-b', className)}
    >
      {ITEM_TABS.map((tab) => {
        const count = counts[tab] ?? 0
        return (
          <Link
            key={tab}
            to={changeParams(search, {
              tab: tab === 'receipt' ? null : tab,
              merged: null,
              shown: null,
            })}
            preventScrollReset
            aria-current={tab === current ? 'page' : undefined}
            className={TAB_LOOK}
          >
            {LABELS[tab]}
            {count === 0 ? null : <TabCount>{count}</TabCount>}
          </Link>
        )
      })}
    </nav>
  )
}
