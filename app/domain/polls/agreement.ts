import type { IsoDate } from '#app/lib/dates.ts'
import type { SigningTeam } from '#db/constants.ts'

import type { Foresight } from './foresight.ts'
import type { Alignment, PollResults } from './results.ts'

/** How well each team's ratings foresaw how accounts turned out; null where too few have. */
export type TeamForesight = Record<SigningTeam, Foresight | null>

/** A closed poll as it is shown: its results, the reader's own ratings, and the course over the line's polls. */
export type AgreementData = {
  results: PollResults
  own: Readonly<Record<number, number | null>>
  parted: readonly { id: number; text: string }[]
  foresight: TeamForesight
  /** The polls that can tell how far both teams agree, the oldest first; the score from 0 to 100. */
  trend: readonly ({ number: number; closedOn: IsoDate; score: number } & Pick<
    Alignment,
    'interval'
  >)[]
}
