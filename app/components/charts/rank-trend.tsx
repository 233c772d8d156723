import type { IsoDate } from '#app/lib/dates.ts'

import { Sparkline } from './sparkline.tsx'

export type RankPoint = { date: IsoDate; rank: number }

type RankTrendProps = {
  /** Oldest first, at least one. */
  points: readonly RankPoint[]
  /** Day of the last publication, drawn as a line. */
  published?: IsoDate
}

/** Ranks over time; the first place is at the top. */
export function RankTrend({ points, published }: RankTrendProps) {
  const ranks = points.map((point) => point.rank)
  const best = Math.min(...ranks)
  return (
    <Sparkline
      name="Rank"
      points={points.map(({ date, rank }) => ({ date, value: rank }))}
      range={[best, Math.max(Math.max(...ranks), best + 1)]}
      short={(rank) => `#${rank}`}
      full={String}
      published={published}
    />
  )
}
