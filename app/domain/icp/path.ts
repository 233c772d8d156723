import { sumOf } from '#app/lib/numbers.ts'

import type { Criterion } from './criteria.ts'
import { FIT_BANDS, scoreFindings, UNKNOWN_CAP, type FitBand, type Weighed } from './fit.ts'
import { possibleOutcomes, type Outcome } from './outcomes.ts'

/** What comes of each criterion, in the order of the profile; null when unknown. */
export type Met = readonly (boolean | null)[]

/** One attribute to work on, or to find out. */
export type PathStep = {
  attribute: string
  /** The criteria that it turns in the account's favour, by their place in the profile. */
  turns: number[]
  /** Nobody here can change it: it is unknown, and may turn out well. */
  findOut: boolean
  /** Fit and band once this step and those before it are done. */
  fit: number
  band: FitBand
}

/** The least set of steps that lifts an account to a band. */
export type Path = { to: FitBand; steps: PathStep[] }

export type Paths = {
  /** To the next band and to the best one; one path where that is the same. Empty when there is nowhere to go. */
  paths: Path[]
  /** The best band within reach; the present one when there is none better. */
  best: FitBand
  /** What speaks against the account and cannot be changed, by its place in the profile. */
  fixed: number[]
}

/** What can be made of one attribute. */
type Move = {
  attribute: string
  outcome: Outcome
  turns: number[]
  /** In log odds. */
  gain: number
  /** The fit that cannot be passed without it: 0 where it rules the account out; null when nothing hangs on it. */
  holdsAt: number | null
  changeable: boolean
}

const leastOf = (band: FitBand) => FIT_BANDS.find(([one]) => one === band)?.[1] ?? 0

/** Whether the criterion is as it should be. What our retention turned around is left as it is. */
function isWell({ kind, weight }: Weighed, met: boolean | null): boolean {
  if (kind === 'exclusion') return met !== true
  return met === true || (kind === 'points' && weight <= 0)
}

/** The fit that an account does not pass as long as the criterion is like this; null when it sets no bound. */
function holdsAt(criterion: Weighed, met: boolean | null): number | null {
  if (criterion.kind === 'points' || isWell(criterion, met)) return null
  return met === null ? UNKNOWN_CAP : 0
}

const shareMet = (met: boolean | null) => (met === null ? 0.5 : Number(met))

/** Whether a criterion tells that the account has a value of its attribute. */
const tellsValue = ({ operator }: Criterion, met: boolean | null) =>
  operator === 'is_known' ? met === true : met !== null

function replaced(met: Met, moves: readonly Move[]): Met {
  const after = [...met]
  for (const { outcome } of moves) for (const [index, passed] of outcome) after[index] = passed
  return after
}

/**
 * Finds what lifts accounts to better bands of a profile. The steps are the fewest attributes that do, and of those
 * the ones that weigh most: for each attribute the value that brings the most without breaking a must-have or an
 * exclusion, the largest gain first. That is exact, since the gains of attributes add up in log odds. Only where the
 * changeable attributes do not suffice does it count on unknown ones that nobody here can change.
 * @param changeable Attributes that a CSM can work on.
 */
export function pathFinder(
  criteria: readonly Weighed[],
  changeable: ReadonlySet<string>,
): (met: Met) => Paths {
  const groups = [...possibleOutcomes(criteria)].map(([attribute, outcomes]) => {
    const own = [...criteria.entries()].filter(([, one]) => one.attribute === attribute)
    const allowed = (outcome: Outcome) =>
      own.every(([index, criterion]) => holdsAt(criterion, outcome.get(index) ?? null) === null)
    return { attribute, own, possible: outcomes.filter(allowed) }
  })
  const score = (met: Met) =>
    scoreFindings(criteria.map((criterion, index) => ({ criterion, met: met[index] ?? null })))

  /** The most that can be made of an attribute; null when that is nothing. */
  function bestMove(met: Met, { attribute, own, possible }: (typeof groups)[number]): Move | null {
    const now = (index: number) => met[index] ?? null
    if (own.every(([index, criterion]) => isWell(criterion, now(index)))) return null
    const known = own.some(([index, criterion]) => tellsValue(criterion, now(index)))
    if (known && !changeable.has(attribute)) return null
    const holds = own.flatMap(([index, criterion]) => holdsAt(criterion, now(index)) ?? [])
    const moves = possible
      .map((outcome): Move => {
        const after = (index: number) => outcome.get(index) ?? null
        return {
          attribute,
          outcome,
          turns: own
            .filter(
              ([index, criterion]) =>
                !isWell(criterion, now(index)) && isWell(criterion, after(index)),
            )
            .map(([index]) => index),
          gain: sumOf(
            own,
            ([index, { weight }]) => weight * (shareMet(after(index)) - shareMet(now(index))),
          ),
          holdsAt: holds.length > 0 ? Math.min(...holds) : null,
          changeable: changeable.has(attribute),
        }
      })
      .filter(({ turns, gain }) => turns.length > 0 && (holds.length > 0 || gain > 0))
      .sort((a, b) => b.gain - a.gain)
    return moves[0] ?? null
  }

  /** The fewest moves that lift to a band; null when all of them do not. */
  function fewest(met: Met, band: FitBand, moves: readonly Move[]): Move[] | null {
    const least = leastOf(band)
    const needed = moves.filter((move) => move.holdsAt !== null && move.holdsAt < least)
    const others = moves
      .filter((move) => !needed.includes(move) && move.gain > 0)
      .sort((a, b) => b.gain - a.gain)
    for (let count = 0; count <= others.length; count += 1) {
      const chosen = [...needed, ...others.slice(0, count)]
      if (score(replaced(met, chosen)).fit >= least) return chosen
    }
    return null
  }

  function toPath(met: Met, band: FitBand, moves: readonly Move[]): Path {
    const steps = moves.map(({ attribute, turns, changeable: canChange }, index) => {
      const { fit, band } = score(replaced(met, moves.slice(0, index + 1)))
      return { attribute, turns, findOut: !canChange, fit, band }
    })
    return { to: band, steps }
  }

  function pathsOf(met: Met): Paths {
    const moves = groups.flatMap((group) => bestMove(met, group) ?? [])
    const sure = moves.filter((move) => move.changeable || move.holdsAt === UNKNOWN_CAP)
    const now = score(met)
    const found = FIT_BANDS.filter(([, least]) => least > leastOf(now.band)).flatMap(([band]) => {
      const chosen = fewest(met, band, sure) ?? fewest(met, band, moves)
      return chosen ? [{ band, chosen }] : []
    })
    const best = found[0]
    const next = found.at(-1)
    const movable = new Set(moves.map(({ attribute }) => attribute))
    return {
      paths: ladders(best, next).map(({ band, chosen }) => toPath(met, band, chosen)),
      best: best?.band ?? now.band,
      fixed: [...criteria.entries()]
        .filter(([index, criterion]) => {
          const finding = met[index] ?? null
          return (
            finding !== null && !isWell(criterion, finding) && !movable.has(criterion.attribute)
          )
        })
        .map(([index]) => index),
    }
  }

  // Accounts that meet the same criteria have the same paths, and of thousands most do.
  const known = new Map<string, Paths>()
  return (met) => {
    const key = String(met)
    const paths = known.get(key) ?? pathsOf(met)
    known.set(key, paths)
    return paths
  }
}

type Chosen = { band: FitBand; chosen: Move[] }

/** The way to the best band alone where it passes the next one by the same steps, which then come first. */
function ladders(best: Chosen | undefined, next: Chosen | undefined): Chosen[] {
  if (!best || !next) return []
  if (!next.chosen.every((move) => best.chosen.includes(move))) return [next, best]
  const rest = best.chosen.filter((move) => !next.chosen.includes(move))
  return [{ band: best.band, chosen: [...next.chosen, ...rest] }]
}
