import { FIT_BANDS } from '#app/domain/icp/fit.ts'
import { addMonths, firstOfMonth, type IsoDate } from '#app/lib/dates.ts'
import { sum } from '#app/lib/numbers.ts'

/** A contract that began: new business or an expansion, because a renewal goes on in its contract. */
export type Signing = {
  startsOn: IsoDate
  /** Base units a year. */
  arr: number
  /** Of its account today; null where nothing the profile asks for is known of it. */
  fit: number | null
}

/** Below the least fit of fair. */
export const OFF_PROFILE = FIT_BANDS[2][1]

const MONTHS = 12

type Signed = { contracts: number; arr: number }

export type Signings = { off: Signed; known: Signed; unknown: Signed }

/** The signings of the last twelve months, and of each of them, the earliest first. */
export type SigningYear = Signings & { months: (Signings & { month: IsoDate })[] }

/** What was signed off-profile in this calendar month and the eleven before it. */
export function signingYear(signings: readonly Signing[], today: IsoDate): SigningYear {
  const first = firstOfMonth(addMonths(today, 1 - MONTHS))
  const year = signings.filter(({ startsOn }) => startsOn >= first && startsOn <= today)
  const months = Array.from({ length: MONTHS }, (_, i) => addMonths(first, i))
  return {
    ...partsOf(year),
    months: months.map((month) => ({
      month,
      ...partsOf(year.filter(({ startsOn }) => firstOfMonth(startsOn) === month)),
    })),
  }
}

function partsOf(signings: readonly Signing[]): Signings {
  const known = signings.filter(({ fit }) => fit !== null)
  return {
    off: sizeOf(known.filter(({ fit }) => fit !== null && fit < OFF_PROFILE)),
    known: sizeOf(known),
    unknown: sizeOf(signings.filter(({ fit }) => fit === null)),
  }
}

const sizeOf = (signings: readonly Signing[]): Signed => ({
  contracts: signings.length,
  arr: sum(signings.map(({ arr }) => arr)),
})
