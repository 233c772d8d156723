import type { AttributeValue } from '#app/domain/accounts/attributes.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'

import { passes, type Bound, type Test } from './criteria.ts'

/** What a value of one attribute makes of the tests on it, by their place among all tests. */
export type Outcome = ReadonlyMap<number, boolean>

/** A word that no test names. */
const OTHER = '\uE000'

/** The numbers themselves, and one in each gap between and beyond them. */
function cells(numbers: readonly number[]): number[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  return sorted.flatMap((number, index) => {
    const next = sorted[index + 1]
    const above = next === undefined ? number + 1 : (number + next) / 2
    return index === 0 ? [number - 1, number, above] : [number, above]
  })
}

/** Each day, and its neighbours. */
const aroundDays = (days: readonly IsoDate[]) =>
  days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])

/** Values enough to see every combination of passing and failing that the tests on one attribute allow. */
function probes(tests: readonly Test[]): AttributeValue[] {
  const bounds: Bound[] = []
  const words: string[] = []
  const parts: string[] = []
  for (const test of tests) {
    switch (test.operator) {
      case 'is_one_of':
        words.push(...test.operand)
        break
      case 'contains':
        parts.push(test.operand)
        break
      case 'between':
        bounds.push(test.operand.low, test.operand.high)
        break
      case 'at_least':
      case 'at_most':
        bounds.push(test.operand)
        break
      case 'is_known':
        break
    }
  }
  const days = bounds.filter((bound) => typeof bound === 'string')
  const numbers = bounds.filter((bound) => typeof bound === 'number')
  const named = words.map(Number).filter(Number.isFinite)
  return [
    OTHER,
    ...[...words, ...parts, parts.join(' ')],
    ...aroundDays(days),
    ...cells([...numbers, ...named]),
  ]
}

/**
 * What can come of the tests on each attribute, whatever value it takes: the outcomes by attribute, each once. Tests
 * that no value passes together are never both true.
 */
export function possibleOutcomes(tests: readonly Test[]): Map<string, Outcome[]> {
  const groups = groupBy([...tests.entries()], ([, { attribute }]) => attribute)
  return new Map(
    [...groups].map(([attribute, own]) => {
      const distinct = new Map<string, Outcome>()
      for (const value of probes(own.map(([, test]) => test))) {
        const met = own.map(([index, test]) => [index, passes(test, value)] as const)
        const known = met.flatMap(([index, passed]) =>
          passed === null ? [] : [[index, passed] as const],
        )
        if (known.length === met.length) distinct.set(String(known), new Map(known))
      }
      return [attribute, [...distinct.values()]]
    }),
  )
}
