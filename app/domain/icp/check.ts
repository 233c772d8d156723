import { groupBy } from '#app/lib/group-by.ts'
import { relativelyEqual, roundSignificant, sum } from '#app/lib/numbers.ts'

import { accepted, both, lieWithin, sameValues, without, type Accepted } from './accepted.ts'
import type { Criterion } from './criteria.ts'
import { DERIVED_ATTRIBUTES } from './derived.ts'

const FULL = 100
const TOLERANCE = 1e-9

/** What stands in the way of proposing a profile; `index` is the criterion it belongs beside, null the whole. */
export type ProfileProblem = { index: number | null; message: string }

/** What is wrong with a criterion beside an earlier one on the same attribute. */
function clash(one: Criterion, earlier: Criterion): string | null {
  const a = accepted(one)
  const b = accepted(earlier)
  const other = `“${earlier.label}”`
  if (one.kind === earlier.kind) {
    if (sameValues(a, b)) return `It says the same as ${other}.`
    const never = one.kind === 'must_have' && both(a, b) === null
    return never ? `No account can have both this and ${other}.` : null
  }
  if (one.kind === 'exclusion') {
    return lieWithin(b, a) ? `It excludes every account that meets ${other}.` : null
  }
  if (earlier.kind === 'exclusion') {
    return lieWithin(a, b) ? `${other} excludes every account that meets it.` : null
  }
  return both(a, b) === null ? `No account can meet both this and ${other}.` : null
}

/** What is wrong with a criterion by itself. */
function nonsense(one: Criterion): string | null {
  if (one.operator === 'between' && one.operand.low > one.operand.high) {
    return `Nothing lies between ${one.operand.low} and ${one.operand.high}.`
  }
  const range = accepted(one)
  if (!COUNTS.has(one.attribute) || range.is !== 'range') return null
  return Math.max(0, Math.ceil(range.low)) > Math.floor(range.high)
    ? 'No account can have this: it is a whole number, 0 or more.'
    : null
}

const COUNTS: ReadonlySet<string> = new Set([
  'employees',
  ...DERIVED_ATTRIBUTES.map(({ key }) => key),
])

/** What several must-haves and exclusions on one attribute leave to nobody, although no two of them do. */
function emptiness(criteria: readonly Criterion[]): ProfileProblem[] {
  const rules = criteria.map((one, index) => ({ ...one, index, values: accepted(one) }))
  return [...groupBy(rules, ({ attribute }) => attribute).values()].flatMap((own) => {
    const must = own.filter(({ kind }) => kind === 'must_have')
    const last = must.at(-1)
    if (!last) return []
    const not = own.filter(({ kind }) => kind === 'exclusion').sort(byLow)
    let left: Accepted | null = { is: 'anything' }
    for (const { values } of must) left = left && both(left, values)
    for (const { values } of not) left = left && without(left, values)
    if (left !== null) return []
    const others = [...must.slice(0, -1), ...not].map(({ label }) => `“${label}”`)
    return [{ index: last.index, message: `Nothing is left beside ${others.join(', ')}.` }]
  })
}

/** Exclusions from the lowest up, so that those that touch take a range away together. */
const byLow = (a: { values: Accepted }, b: { values: Accepted }) =>
  (a.values.is === 'range' ? a.values.low : 0) - (b.values.is === 'range' ? b.values.low : 0)

/** Of two counts the first is never more than the second. */
const AT_MOST = [['derived:lines', 'derived:contracts']] as const

/** Must-haves on derived numbers that no account can have together. */
function impossibleCounts(criteria: readonly Criterion[]): ProfileProblem[] {
  return AT_MOST.flatMap(([fewer, more]) => {
    const on = (key: string) =>
      criteria.flatMap((one, index) => {
        const values = accepted(one)
        return one.kind === 'must_have' && one.attribute === key && values.is === 'range'
          ? [{ index, label: one.label, ...values }]
          : []
      })
    return on(fewer).flatMap((few) => {
      const short = on(more).find(({ high }) => high < few.low)
      if (!short) return []
      const message = `No account can have this and “${short.label}”: each product line needs a contract.`
      return [{ index: few.index, message }]
    })
  })
}

function pointsProblem(criteria: readonly Criterion[]): ProfileProblem[] {
  const points = criteria.filter(({ kind }) => kind === 'points').map((one) => one.points)
  if (points.length === 0) return [{ index: null, message: 'Give at least one criterion points.' }]
  const total = sum(points)
  if (relativelyEqual(total, FULL, TOLERANCE)) return []
  const [shown, away] = [total, Math.abs(FULL - total)].map((n) => roundSignificant(n, 10))
  const message = `The points add up to ${shown}, not to ${FULL}: ${away} ${total < FULL ? 'missing' : 'too many'}.`
  return [{ index: null, message }]
}

/**
 * What keeps a profile from making sense: points that do not add up to 100, a test that nothing passes, and criteria
 * that contradict or repeat each other. Empty when it can be proposed; at most one problem a criterion.
 */
export function profileProblems(criteria: readonly Criterion[]): ProfileProblem[] {
  const alone = criteria.flatMap((one, index): ProfileProblem[] => {
    const message =
      nonsense(one) ??
      criteria
        .slice(0, index)
        .filter(({ attribute }) => attribute === one.attribute)
        .map((earlier) => clash(one, earlier))
        .find((found) => found !== null)
    return message ? [{ index, message }] : []
  })
  const wrong = new Set(alone.map(({ index }) => index))
  const told = new Set([...wrong].map((index) => index !== null && criteria[index]?.attribute))
  const together = [...emptiness(criteria), ...impossibleCounts(criteria)].filter(
    ({ index }) => index !== null && !told.has(criteria[index]?.attribute ?? ''),
  )
  return [...pointsProblem(criteria), ...alone, ...together]
}
