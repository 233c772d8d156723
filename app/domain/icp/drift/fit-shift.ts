import { FIT_BANDS, fitBand, type FitBand } from '#app/domain/icp/fit.ts'
import { sum } from '#app/lib/numbers.ts'
import { stabilityIndex } from '#app/lib/stability-index.ts'

/** An account on a day: its fit, and what it paid, base units a year. */
export type Standing = { id: number; name: string; fit: number; arr: number }

/** How many accounts there were, and what they paid. */
export type Amount = { accounts: number; arr: number }

/** Equal bins of the fit from 0 to 1. */
const BINS = 10

const binOf = (fit: number) => Math.min(BINS - 1, Math.floor(fit * BINS))

/** So many accounts on either day, or their distributions are not compared. */
export const LEAST_ACCOUNTS = 20

export type FitShift = {
  /** Population stability index over ten equal bins; null below 20 accounts on either day. */
  psi: number | null
  /** The lowest first. */
  bins: { from: number; before: Amount; after: Amount }[]
  /** The best first. */
  bands: { band: FitBand; before: Amount; after: Amount }[]
  /** Accounts that are in another band, came or went: the largest move first. */
  moved: Move[]
}

export type Move = {
  id: number
  name: string
  /** Null when it was not there yet. */
  before: number | null
  /** Null when it has left. */
  after: number | null
}

/** What became of the distribution of fit between two days, both against the same version. */
export function fitShift(before: readonly Standing[], after: readonly Standing[]): FitShift {
  const enough = Math.min(before.length, after.length) >= LEAST_ACCOUNTS
  const bins = Array.from({ length: BINS }, (_, bin) => ({
    from: bin / BINS,
    before: amountOf(before.filter(({ fit }) => binOf(fit) === bin)),
    after: amountOf(after.filter(({ fit }) => binOf(fit) === bin)),
  }))
  return {
    psi: enough
      ? stabilityIndex(
          bins.map((bin) => bin.before.accounts),
          bins.map((bin) => bin.after.accounts),
        )
      : null,
    bins,
    bands: FIT_BANDS.map(([band]) => ({
      band,
      before: amountOf(before.filter(({ fit }) => fitBand(fit) === band)),
      after: amountOf(after.filter(({ fit }) => fitBand(fit) === band)),
    })),
    moved: moves(before, after),
  }
}

const amountOf = (standings: readonly Standing[]): Amount => ({
  accounts: standings.length,
  arr: sum(standings.map(({ arr }) => arr)),
})

function moves(before: readonly Standing[], after: readonly Standing[]): Move[] {
  const then = new Map(before.map((one) => [one.id, one]))
  const now = new Map(after.map((one) => [one.id, one]))
  const every = new Map([...then, ...now])
  return [...every.values()]
    .map(({ id, name }) => ({
      ...{ id, name },
      before: then.get(id)?.fit ?? null,
      after: now.get(id)?.fit ?? null,
    }))
    .filter(({ before, after }) => bandOf(before) !== bandOf(after))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a.name.localeCompare(b.name) || a.id - b.id)
}

const bandOf = (fit: number | null) => (fit === null ? null : fitBand(fit))

/** Who came or went is listed after those that changed. */
const sizeOf = ({ before, after }: Move) =>
  before === null || after === null ? -1 : Math.abs(after - before)
