import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { RankTrend } from '#app/components/charts/rank-trend.tsx'
import type { Odds, PublishedRank, RankPoint } from '#app/domain/items/item-page.ts'
import { oddsText } from '#app/domain/items/words.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { formatDay } from '#app/lib/dates.ts'

type RankStoryProps = {
  itemId: number
  /** Today's; null while the item is not ranked. */
  rank: number | null
  trend: readonly RankPoint[]
  /** Another drawing beside the ranks. */
  beside?: ReactNode
  published: PublishedRank | null
  /** Those next to it; null while it is not ranked. */
  rivals: readonly Odds[] | null
}

/** The item's ranks over time, how far it moved since the last publication, and how sure its place is. */
export function RankStory(props: RankStoryProps) {
  const { itemId, rank, trend, beside, published, rivals } = props
  if (trend.length === 0) return null
  return (
    <section aria-label="Rank" className="flex flex-wrap items-start gap-x-5 gap-y-1 pt-3">
      <RankTrend points={trend} published={published?.day} />
      {beside}
      {published === null || rank === null ? null : (
        <p className="min-w-40 flex-1">
          <b>{movedWords(rank, published.rank)}</b>{' '}
          <Link to={`/publications/${published.publicationId}`} className="hover:underline">
            since no. {published.number}
          </Link>
          <span className="block text-small text-muted">
            {published.rank === null ? 'It was not ranked' : `It was rank ${published.rank}`} on{' '}
            {formatDay(published.day)}.
          </span>
        </p>
      )}
      <p className="w-full text-small">
        <Link to={`/items/${itemId}/history`} className="underline">
          Why it moved
        </Link>
      </p>
      {rivals === null ? null : <RivalList itemId={itemId} rivals={rivals} />}
    </section>
  )
}

/** How likely it is that the item truly belongs below the one above it, and above the one below it. */
function RivalList({ itemId, rivals }: { itemId: number; rivals: readonly Odds[] }) {
  return (
    <ul className="w-full pb-2 text-small text-muted">
      {rivals.map(({ id, title, rank, above, odds }) => (
        <li key={id}>
          {above ? 'Behind' : 'Ahead of'}{' '}
          <Link to={`/items/${id}`} title={title} className="hover:underline">
            {itemKey(id)}
          </Link>
          , rank {rank}, with a probability of {oddsText(odds)}
        </li>
      ))}
      <li>
        <Link to={`/items/${itemId}/odds`} className="hover:underline">
          Against any other item
        </Link>
      </li>
    </ul>
  )
}

function movedWords(rank: number, before: number | null): string {
  if (before === null) return 'New'
  if (rank === before) return 'Unchanged'
  return rank < before ? `Up ${before - rank}` : `Down ${rank - before}`
}
