import type { RankMovement } from '#app/domain/scoring/rank-movement.ts'
import type { MoveCause } from '#app/domain/scoring/why-moved.ts'

/** One fact that is different, with who changed it last where that is known. */
export type MovementEvent = {
  key: string
  /** What changed: `REQ-12 Single sign-on`; null where the row says it already. */
  subject: string | null
  clause: string
  href: string | null
  by: string | null
  at: Date | null
}

/** What one account (or the company, or an item) brought to a cause. */
export type MovementRow = {
  key: string
  name: string
  href: string | null
  /** Whole base units an engineer-week; null where the cause is not split by account. */
  shown: number | null
  events: MovementEvent[]
}

/** One cause. The figures shown of all causes add up to the difference of the scores shown. */
export type MovementCause = { cause: MoveCause; shown: number; rows: MovementRow[] }

/** Why an item moved between two points. */
export type Movement = {
  /** Whole base units an engineer-week; null for whoever may not see revenue. */
  score: { from: number; to: number; causes: MovementCause[] } | null
  /** Null where it was not ranked at both points in the line that it is in now. */
  rank: RankMovement | null
  /** Whether it was there at the earlier point. */
  known: boolean
}
