import { Bar } from '#app/components/charts/bar.tsx'

/** The points of a criterion, as a bar beside those of the others and as a figure. */
export function PointsBar({ points, most }: { points: number; most: number }) {
  return (
    <span className="inline-flex items-center justify-end gap-2">
      <Bar value={points} max={most} />
      {points.toFixed(1)}
    </span>
  )
}
