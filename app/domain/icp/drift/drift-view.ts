import type { IsoDate } from '#app/lib/dates.ts'

import type { Signings } from './signings.ts'
import type { DriftParts, Verdict } from './verdicts.ts'

/** Drift as it was measured, with the revenue of everybody. */
export type Drift = DriftParts & {
  today: IsoDate
  /** Of all amounts. */
  currency: string
  /** What the criteria with points weighed by the outcomes of each day on which a snapshot was taken, in their order. */
  history: { takenOn: IsoDate; weights: { weight: number; sd: number }[] }[]
  verdicts: Verdict[]
}

/** Drift as its reader may know it: without `revenue` every amount is null. */
export function driftView({ shift, signings, ...drift }: Drift, revenue: boolean) {
  const seen = <Size extends { arr: number }>(size: Size) => ({
    ...size,
    arr: revenue ? size.arr : null,
  })
  const seenPair = <
    Pair extends {
      before: { accounts: number; arr: number }
      after: { accounts: number; arr: number }
    },
  >(
    pair: Pair,
  ) => ({ ...pair, before: seen(pair.before), after: seen(pair.after) })
  const seenParts = ({ off, known, unknown }: Signings) => ({
    off: seen(off),
    known: seen(known),
    unknown: seen(unknown),
  })
  return {
    ...drift,
    shift: shift && { ...shift, bins: shift.bins.map(seenPair), bands: shift.bands.map(seenPair) },
    signings: {
      ...seenParts(signings),
      months: signings.months.map((one) => ({ month: one.month, ...seenParts(one) })),
    },
  }
}

export type DriftView = ReturnType<typeof driftView>

/** A month's note, and whom it has reached. */
export type ProfileNote = {
  id: number
  month: IsoDate
  version: number
  verdicts: Verdict[]
  mailedTo: string[]
  /** A mail was tried, and the mail server did not take it or the process ended before it answered. */
  notReached: string[]
  /** No mail was tried: it is due within the hour, or nothing sends mail here. */
  notMailed: string[]
}
