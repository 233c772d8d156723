import { formatMoney, fromMajor } from '#app/domain/money.ts'
import type { IsoDate } from '#app/lib/dates.ts'

import { Sparkline, type TimePoint } from './sparkline.tsx'

type ScoreTrendProps = {
  /** Base units an engineer-week; oldest first, at least one. */
  points: readonly TimePoint[]
  currency: string
  /** Day of the last publication, drawn as a line. */
  published?: IsoDate
}

/** Scores over time, from nothing up. */
export function ScoreTrend({ points, currency, published }: ScoreTrendProps) {
  const money = (value: number, compact: boolean) =>
    formatMoney(fromMajor(Math.round(value), currency), { compact })
  return (
    <Sparkline
      name="Score"
      points={points}
      range={[Math.max(...points.map((point) => point.value), 1), 0]}
      short={(score) => money(score, true)}
      full={(score) => money(score, false)}
      published={published}
    />
  )
}
