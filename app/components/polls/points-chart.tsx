import { TeamDots } from '#app/components/charts/team-dots.tsx'
import { TeamDot } from '#app/components/team-dot.tsx'
import type { PointsResult } from '#app/domain/polls/results.ts'
import { pointsText } from '#app/domain/polls/words.ts'

/** The points of both teams by criterion, and in a sentence where they part. */
export function PointsChart({ points }: { points: PointsResult }) {
  return (
    <>
      <p className="flex max-w-[480px] flex-wrap gap-x-4 pb-1 text-small text-muted">
        <TeamDot team="cs" />
        <TeamDot team="product" />
        <span className="ml-auto">Gap, points</span>
      </p>
      <TeamDots
        caption="Points of both teams by criterion"
        unit="points of 100"
        rows={points.criteria}
      />
      <p className="max-w-prose pt-2 text-small text-muted">{pointsText(points)}</p>
    </>
  )
}
