import { Link } from '@remix-run/react'

import { RankTrend } from '#app/components/charts/rank-trend.tsx'
import type { PublishedRank, RankPoint } from '#app/domain/items/item-page.ts'
import { formatDay } from '#app/lib/dates.ts'

type RankStoryProps = {
  /** Today's; null while the item is not ranked. */
  rank: number | null
  trend: readonly RankPoint[]
  published: PublishedRank | null
}

/** The item's ranks over time, and how far it moved since the last publication. */
export function RankStory({ rank, trend, published }: RankStoryProps) {
  if (trend.length === 0) return null
  return (
    <section aria-label="Rank" className="flex flex-wrap items-start gap-x-5 gap-y-1 pt-3">
      <RankTrend points={trend} published={published?.day} />
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
    </section>
  )
}

function movedWords(rank: number, before: number | null): string {
  if (before === null) return 'New'
  if (rank === before) return 'Unchanged'
  return rank < before ? `Up ${before - rank}` : `Down ${rank - before}`
}
