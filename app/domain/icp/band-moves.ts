import { sum } from '#app/lib/numbers.ts'

import { matched } from './compare-profiles.ts'
import { passes, type Criterion } from './criteria.ts'
import type { Facts } from './facts.ts'
import { FIT_BANDS, type FitBand } from './fit.ts'

type Weighed = Criterion & { key?: string; why: string; weight: number }

/** An account whose fit is measured against two profiles. */
export type FittedTwice = {
  id: number
  name: string
  /** Base units a year; null for whoever may not see revenue. */
  arr: number | null
  fit: readonly [before: number, after: number]
  band: readonly [before: FitBand, after: FitBand]
}

/** Each band before and after: how many accounts, and how much they pay. */
export type BandChange = {
  band: FitBand
  accounts: readonly [number, number]
  /** Base units a year; null for whoever may not see revenue. */
  arr: readonly [number, number] | null
}

const rankOf = (band: FitBand) => FIT_BANDS.findIndex(([one]) => one === band)

/** Bands gained; below 0, lost. */
export const bandsGained = ({ band }: Pick<FittedTwice, 'band'>) =>
  rankOf(band[0]) - rankOf(band[1])

/** The accounts that change their band: those that gain most first, of as many bands the largest change of fit. */
export function bandMoves<A extends FittedTwice>(accounts: readonly A[]): A[] {
  const change = ({ fit }: A) => fit[1] - fit[0]
  return accounts
    .filter((one) => bandsGained(one) !== 0)
    .sort((a, b) => bandsGained(b) - bandsGained(a) || change(b) - change(a) || a.id - b.id)
}

/** The bands, best first. */
export function bandChanges(accounts: readonly FittedTwice[]): BandChange[] {
  const money = accounts.every(({ arr }) => arr !== null)
  return FIT_BANDS.map(([band]) => {
    const [before, after] = ([0, 1] as const).map((when) =>
      accounts.filter((one) => one.band[when] === band),
    )
    const arr = (own: readonly FittedTwice[] = []) => sum(own.map((one) => one.arr ?? 0))
    return {
      band,
      accounts: [before?.length ?? 0, after?.length ?? 0],
      arr: money ? [arr(before), arr(after)] : null,
    }
  })
}

/** What a criterion does to an account: how far it moves the fit, and whether it rules the account out. */
function effectOn(criterion: Weighed | undefined, facts: Facts) {
  if (!criterion) return { pull: 0, out: false, capped: false, met: null }
  const { kind, attribute, weight } = criterion
  const met = passes(criterion, facts[attribute])
  return {
    met,
    pull: kind === 'points' && met !== null ? weight * (Number(met) - 0.5) : 0,
    out: (kind === 'exclusion' && met === true) || (kind === 'must_have' && met === false),
    capped: kind === 'must_have' && met === null,
  }
}

/** How many reasons are given. */
const NAMED = 2

/** Less than this, in log odds, moves nothing that can be seen. */
const LEAST = 0.005

/**
 * Why the fit of an account is another, in words, the strongest first: what rules it out or no longer does, then the
 * criteria that pull it to where it went.
 */
export function moveReasons(
  before: readonly Weighed[],
  after: readonly Weighed[],
  facts: Facts,
  rises: boolean,
): string[] {
  const pairs = matched(before, after)
  const kept = new Set(pairs.values())
  const both: Array<readonly [Weighed | undefined, Weighed | undefined]> = [
    ...after.map((later) => [pairs.get(later), later] as const),
    ...before.filter((one) => !kept.has(one)).map((one) => [one, undefined] as const),
  ]
  return both
    .flatMap(([earlier, later]) => {
      const [was, is] = [effectOn(earlier, facts), effectOn(later, facts)]
      const label = (later ?? earlier)?.label ?? ''
      if (was.out !== is.out) {
        const text = is.out ? 'rules it out' : 'no longer rules it out'
        return is.out === rises ? [] : [{ size: Infinity, text: `${label} ${text}` }]
      }
      if (was.capped !== is.capped) {
        const text = is.capped ? 'must be known, and is not' : 'need not be known any more'
        return is.capped === rises ? [] : [{ size: Infinity, text: `${label} ${text}` }]
      }
      const pull = is.pull - was.pull
      if (Math.abs(pull) < LEAST || pull > 0 !== rises) return []
      const text = changeWords(earlier && was.met, later && is.met, pull > 0)
      return [{ size: Math.abs(pull), text: `${label} ${text}` }]
    })
    .sort((a, b) => (a.size === b.size ? 0 : b.size - a.size))
    .slice(0, NAMED)
    .map(({ text }) => text)
}

/** What happened to a criterion; undefined where a version has it not. */
function changeWords(
  was: boolean | null | undefined,
  is: boolean | null | undefined,
  up: boolean,
): string {
  if (was === undefined) return is ? 'is new, and met' : 'is new, and not met'
  if (is === undefined) return was ? 'was met, and no longer counts' : 'no longer counts against it'
  if (was !== is) return is ? 'is met now' : 'is no longer met'
  return is === up ? 'counts more' : 'counts less'
}
