import type { Verdict } from '#app/domain/icp/alignment-words.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { SigningTeam } from '#db/constants.ts'

import type { Foresight } from './foresight.ts'
import type { PollResults } from './results.ts'

/** How well each team's ratings foresaw how accounts turned out; null where too few have. */
export type TeamForesight = Record<SigningTeam, Foresight | null>

/** A closed poll as it is shown: its results, the reader's own ratings, and the course over the line's polls. */
export type AgreementData = {
  results: PollResults
  own: Readonly<Record<number, number | null>>
  parted: readonly { id: number; text: string }[]
  foresight: TeamForesight
  trend: readonly {
    id: number
    number: number
    closedOn: IsoDate
    score: number | null
    verdict: Verdict
    inCommon: number
  }[]
}
