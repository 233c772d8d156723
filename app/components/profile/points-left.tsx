import { roundSignificant } from '#app/lib/numbers.ts'

/** The points that are given, and how many of the 100 are left or too many. */
export function PointsLeft({ points }: { points: number }) {
  const given = roundSignificant(points, 6)
  const left = roundSignificant(100 - points, 6)
  if (left === 0) return <span className="text-good">100 of 100 points</span>
  return (
    <span className="text-watch">
      {given} of 100 points, {left > 0 ? `${left} left` : `${-left} too many`}
    </span>
  )
}
